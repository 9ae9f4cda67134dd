package segue.audio.compose;

/// Waveforms of one period, free of steps that would alias.
final class Wave {

    private static final int SIZE = 4096;
    private static final float[] SINE = new float[SIZE + 1];

    static {
        for (int i = 0; i <= SIZE; i++) {
            SINE[i] = (float) StrictMath.sin(2 * StrictMath.PI * i / SIZE);
        }
    }

    private Wave() {}

    /// The sine of `phase` periods; `phase` >= 0.
    static float sine(float phase) {
        float place = (phase - (int) phase) * SIZE;
        int at = (int) place;
        float a = SINE[at];
        return a + (place - at) * (SINE[at + 1] - a);
    }

    /// Adds a saw to `out`, its corner rounded over two samples (Valimaki and Huovilainen, 2007).
    ///
    /// @param phase where it begins, 0..1
    /// @param step periods a sample
    /// @return the phase after the last sample
    static float addSaw(float[] out, int from, int to, float phase, float step, float gain) {
        float p = phase;
        float inverse = 1 / step;
        for (int i = from; i < to; i++) {
            float value = 2 * p - 1;
            if (p < step) {
                float t = p * inverse;
                value -= t + t - t * t - 1;
            } else if (p > 1 - step) {
                float t = (p - 1) * inverse;
                value -= t * t + t + t + 1;
            }
            out[i] += gain * value;
            p += step;
            if (p >= 1) {
                p -= 1;
            }
        }
        return p;
    }

    /// Adds a sine.
    static float addSine(float[] out, int from, int to, float phase, float step, float gain) {
        float p = phase;
        for (int i = from; i < to; i++) {
            out[i] += gain * sine(p);
            p += step;
            if (p >= 1) {
                p -= 1;
            }
        }
        return p;
    }

    /// Adds a triangle; it falls off fast enough to need no rounding.
    static float addTriangle(float[] out, int from, int to, float phase, float step, float gain) {
        float p = phase;
        for (int i = from; i < to; i++) {
            out[i] += gain * (4 * Math.abs(p - .5f) - 1);
            p += step;
            if (p >= 1) {
                p -= 1;
            }
        }
        return p;
    }
}
