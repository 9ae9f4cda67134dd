package segue.audio.feature;

import java.util.Arrays;

/// Which of the 24 major and minor triads sounds, as a share of belief each, window by window:
/// the pitch classes of three neighbouring windows against the triads' own, the bass speaking for
/// the root. Chords 0..11 are C major … B major, 12..23 C minor … B minor.
///
/// After Fujishima, "Realtime chord recognition of musical sound" (ICMC 1999), with soft answers.
/// One window behind what it is given. Not thread-safe.
final class ChordFollower {

    /// Major and minor triads.
    static final int CHORDS = 24;

    private static final double BASS_SPEAKS = 0.15;
    private static final double SHARPNESS = 20;
    private static final int[] MAJOR = {0, 4, 7};
    private static final int[] MINOR = {0, 3, 7};

    private final double[][] trebles = new double[3][12];
    private final double[][] basses = new double[3][12];
    private final double[] treble = new double[12];
    private final double[] bass = new double[12];
    private final double[] beliefs = new double[CHORDS];
    private int given;
    private double fit;

    /// Takes a window's pitch classes, each summing to about 1. True: [#beliefs] now tells of the
    /// window before this one.
    boolean accept(double[] windowTreble, double[] windowBass) {
        System.arraycopy(windowTreble, 0, trebles[given % 3], 0, 12);
        System.arraycopy(windowBass, 0, basses[given % 3], 0, 12);
        given++;
        if (given == 1) return false;
        judge();
        return true;
    }

    /// Nothing follows: true if [#beliefs] now tells of the last window.
    boolean finish() {
        if (given == 0) return false;
        Arrays.fill(trebles[given % 3], 0);
        Arrays.fill(basses[given % 3], 0);
        given++;
        judge();
        return true;
    }

    /// Shares of belief, summing to 1; reused.
    double[] beliefs() {
        return beliefs;
    }

    /// How well the best chord fits, about .5 (noise) to 1.15 (a bare triad over its root).
    double fit() {
        return fit;
    }

    private void judge() {
        double square = 0;
        double low = 0;
        for (int pitch = 0; pitch < 12; pitch++) {
            treble[pitch] = trebles[0][pitch] + trebles[1][pitch] + trebles[2][pitch];
            bass[pitch] = basses[0][pitch] + basses[1][pitch] + basses[2][pitch];
            square += treble[pitch] * treble[pitch];
            low += bass[pitch];
        }
        double scale = 1 / (Math.sqrt(3 * square) + 1e-9);
        double bassScale = BASS_SPEAKS / (low + 1e-9);
        fit = 0;
        for (int chord = 0; chord < CHORDS; chord++) {
            int root = chord % 12;
            double sum = 0;
            for (int tone : chord < 12 ? MAJOR : MINOR) sum += treble[(root + tone) % 12];
            beliefs[chord] = sum * scale + bass[root] * bassScale;
            fit = Math.max(fit, beliefs[chord]);
        }
        double total = 0;
        for (int chord = 0; chord < CHORDS; chord++) {
            beliefs[chord] = Math.exp(SHARPNESS * (beliefs[chord] - fit));
            total += beliefs[chord];
        }
        for (int chord = 0; chord < CHORDS; chord++) beliefs[chord] /= total;
    }
}
