package segue.audio.feature;

/// The concert pitch of a track: a histogram of how far its tones lie from the equal-tempered
/// ones. The answer is the densest place, not the mean: overtones and vibrato pull the mean.
///
/// After Gómez, "Tonal Description of Music Audio Signals" (2006), 3.1.2.
final class Tuning {

    private static final int CENTS = 100;
    private static final double WIDTH = 8; // of the smoothing, cents

    private final double[] histogram = new double[CENTS];
    private final double[] kernel = new double[CENTS];
    private double cents;

    Tuning() {
        for (int i = 0; i < CENTS; i++) {
            int off = Math.min(i, CENTS - i);
            kernel[i] = Math.exp(-off * off / (2 * WIDTH * WIDTH));
        }
    }

    /// Counts a tone: MIDI pitch with fraction, strength.
    void add(double pitch, double strength) {
        double off = pitch - Math.rint(pitch);
        histogram[Math.floorMod((int) Math.rint(off * CENTS), CENTS)] += strength;
    }

    /// Takes what was counted into account. The branch nearest to the last answer is kept, so that
    /// a track tuned half a semitone off does not change its key on the way.
    void update() {
        int best = 0;
        double most = -1;
        for (int place = 0; place < CENTS; place++) {
            double density = 0;
            for (int i = 0; i < CENTS; i++)
                density += histogram[i] * kernel[Math.floorMod(i - place, CENTS)];
            if (density > most) {
                most = density;
                best = place;
            }
        }
        if (most <= 0) return;
        double moment = 0;
        double mass = 0;
        for (int off = -20; off <= 20; off++) {
            int place = Math.floorMod(best + off, CENTS);
            double weight = histogram[place] * kernel[Math.floorMod(off, CENTS)];
            moment += off * weight;
            mass += weight;
        }
        double found = best + (mass > 0 ? moment / mass : 0);
        cents = found - CENTS * Math.rint((found - cents) / CENTS);
    }

    /// Cents above (or below) A = 440 Hz; beyond ±50 only after a drift.
    double cents() {
        return cents;
    }
}
