package segue.audio.feature;

/// Chords as sums of sines, for tests: every note a falling row of harmonics.
final class Cadences {

    static final int RATE = 22_050;

    private static final int[][] MAJOR = {{0, 4, 7}, {5, 9, 12}, {7, 11, 14}, {0, 4, 7}};
    private static final int[][] MINOR = {{0, 3, 7}, {5, 8, 12}, {7, 11, 14}, {0, 3, 7}};

    private Cadences() {}

    /// Tonic, subdominant, dominant, tonic, three times: 12 s.
    ///
    /// @param cents detuning
    /// @param semitones moved by so much, 0: the tonic lies in the octave from middle C
    static float[] of(Key key, double cents, int semitones) {
        int[][] chords = key.minor() ? MINOR : MAJOR;
        float[] sound = new float[12 * RATE];
        for (int second = 0; second < 12; second++) {
            int[] chord = chords[second % 4];
            int base = 60 + key.tonic() + semitones;
            for (int tone : chord) note(sound, second, base + tone, cents, 0.1);
            note(sound, second, base - 24 + chord[0], cents, 0.15);
        }
        return sound;
    }

    private static void note(float[] sound, int second, int pitch, double cents, double amplitude) {
        double hertz = 440 * Math.pow(2, (pitch - 69 + cents / 100) / 12);
        for (int i = 0; i < RATE; i++) {
            double seconds = (double) i / RATE;
            double fade = Math.min(1, Math.min(i, RATE - i) / 500.0) * Math.exp(-seconds);
            double wave = 0;
            for (int h = 1; h <= 6 && h * hertz < RATE / 2.0; h++) {
                wave += Math.sin(2 * Math.PI * h * hertz * seconds) / (h * h);
            }
            sound[second * RATE + i] += (float) (amplitude * fade * wave);
        }
    }

    static KeyEstimate find(float[] sound) {
        KeyFinder finder = new KeyFinder();
        finder.accept(sound, 0, sound.length);
        return finder.finish();
    }
}
