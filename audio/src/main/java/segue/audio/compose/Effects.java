package segue.audio.compose;

/// What is done to a whole part.
final class Effects {

    private static final int CONTROL = 64;

    private Effects() {}

    /// Distorts in place; loudness stays about the same.
    ///
    /// @param amount 0..1
    static void drive(float[] bus, double amount) {
        if (amount < .02) {
            return;
        }
        float gain = (float) (1 + 14 * amount * amount);
        float back = (float) (1 / (1 + 5 * amount * amount));
        for (int i = 0; i < bus.length; i++) {
            float x = gain * bus[i];
            bus[i] = back * 2 * x / (1 + Math.abs(x));
        }
        if (amount > .6) {
            new LowPass().run(bus, 0, bus.length, LowPass.octaves(4200), 0);
        }
    }

    /// Adds `bus` to `out`, and a copy that wavers in pitch.
    ///
    /// @param dry gain of the straight sound
    /// @param wet gain of the wavering one
    /// @param phase of the waver, 0..1
    static void chorus(float[] bus, float[] out, float dry, float wet, double phase) {
        double wander = phase;
        float delay = 700;
        for (int from = 0; from < bus.length; from += CONTROL) {
            int to = Math.min(bus.length, from + CONTROL);
            wander += .7 * CONTROL / Synthesizer.SAMPLE_RATE;
            float next = 600 + 110 * Wave.sine((float) wander);
            float slope = (next - delay) / CONTROL;
            for (int i = from; i < to; i++) {
                float place = i - delay;
                delay += slope;
                float sample = 0;
                if (place >= 0) {
                    int at = (int) place;
                    sample = bus[at] + (place - at) * (bus[at + 1] - bus[at]);
                }
                out[i] += dry * bus[i] + wet * sample;
            }
        }
    }
}
