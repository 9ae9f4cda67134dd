package segue.audio.compose;

/// A resonant low-pass of second order that may be moved while it runs (Zavalishin, "The Art of VA
/// Filter Design", 2012). Not thread-safe.
final class LowPass {

    private static final int PER_OCTAVE = 64;
    private static final int OCTAVES = 11;
    private static final double LOWEST = 20;

    /// tan(pi f / rate) for f = 20 Hz and 64 steps an octave from there.
    private static final float[] GAINS = new float[PER_OCTAVE * OCTAVES];

    static {
        for (int i = 0; i < GAINS.length; i++) {
            double hertz = LOWEST * StrictMath.pow(2, (double) i / PER_OCTAVE);
            GAINS[i] =
                    (float)
                            StrictMath.tan(
                                    StrictMath.PI * Math.min(.45, hertz / Synthesizer.SAMPLE_RATE));
        }
    }

    private float first;
    private float second;

    void clear() {
        first = 0;
        second = 0;
    }

    /// Octaves above 20 Hz.
    static double octaves(double hertz) {
        return StrictMath.log(hertz / LOWEST) / StrictMath.log(2);
    }

    /// Filters `samples[from..to)` in place.
    ///
    /// @param octaves the corner, octaves above 20 Hz
    /// @param resonance 0..1
    void run(float[] samples, int from, int to, double octaves, double resonance) {
        float g = GAINS[Math.clamp((int) (octaves * PER_OCTAVE), 0, GAINS.length - 1)];
        float k = (float) (2 - 1.9 * resonance);
        float a1 = 1 / (1 + g * (g + k));
        float a2 = g * a1;
        float a3 = g * a2;
        float s1 = first;
        float s2 = second;
        for (int i = from; i < to; i++) {
            float v3 = samples[i] - s2;
            float v1 = a1 * s1 + a2 * v3;
            float v2 = s2 + a2 * s1 + a3 * v3;
            s1 = 2 * v1 - s1;
            s2 = 2 * v2 - s2;
            samples[i] = v2;
        }
        first = s1;
        second = s2;
    }
}
