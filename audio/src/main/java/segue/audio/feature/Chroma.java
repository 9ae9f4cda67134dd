package segue.audio.feature;

/// The harmony of a track in few numbers: how much each pitch class sounds, how much that changes,
/// how often the chords change. Immutable.
public final class Chroma {

    private final double[] means;
    private final double[] deviations;
    private final double chordChangesPerSecond;
    private final double majorShare;
    private final double clarity;

    Chroma(
            double[] means,
            double[] deviations,
            double chordChangesPerSecond,
            double majorShare,
            double clarity) {
        this.means = means.clone();
        this.deviations = deviations.clone();
        this.chordChangesPerSecond = chordChangesPerSecond;
        this.majorShare = majorShare;
        this.clarity = clarity;
    }

    /// The mean share of a pitch class (0 = C), 0..1; twelve of them sum to at most 1.
    public double mean(int pitchClass) {
        return means[pitchClass];
    }

    /// The standard deviation of that share from window to window.
    public double deviation(int pitchClass) {
        return deviations[pitchClass];
    }

    /// Chord changes a second of music that is not silent.
    public double chordChangesPerSecond() {
        return chordChangesPerSecond;
    }

    /// How much of the chords is major, 0..1.
    public double majorShare() {
        return majorShare;
    }

    /// How much like plain triads it sounds: 0 silence, about .6 noise, 1 and more clear chords.
    public double clarity() {
        return clarity;
    }

    /// The same seen from a tonic: index 0 is the tonic, 7 the fifth. Tracks in different keys
    /// become comparable.
    public Chroma relativeTo(int tonic) {
        if (tonic < 0 || tonic > 11) {
            throw new IllegalArgumentException("tonic must be 0..11, is " + tonic);
        }
        double[] turnedMeans = new double[12];
        double[] turnedDeviations = new double[12];
        for (int i = 0; i < 12; i++) {
            turnedMeans[i] = means[(i + tonic) % 12];
            turnedDeviations[i] = deviations[(i + tonic) % 12];
        }
        return new Chroma(
                turnedMeans, turnedDeviations, chordChangesPerSecond, majorShare, clarity);
    }
}
