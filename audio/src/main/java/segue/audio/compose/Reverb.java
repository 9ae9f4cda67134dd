package segue.audio.compose;

/// A room: four combs and two all-passes a side (Schroeder, "Natural Sounding Artificial
/// Reverberation", 1962; damped combs after Moorer, 1979). Not thread-safe.
final class Reverb {

    private static final int[] COMBS = {1557, 1617, 1491, 1422};
    private static final int[] ALL_PASSES = {556, 225};

    private final float feedback;
    private final float damping;

    Reverb(Palette.Room room) {
        this.feedback =
                (float)
                        StrictMath.pow(
                                .001, 1500 / (Synthesizer.SAMPLE_RATE * room.reverbSeconds()));
        this.damping = (float) room.damping();
    }

    /// Adds the room's answer to `input` to `out`; `offset` samples tell the sides apart.
    void add(float[] input, float[] out, int offset, float gain) {
        float[] wet = new float[input.length];
        for (int size : COMBS) {
            comb(input, wet, new float[size + offset]);
        }
        for (int size : ALL_PASSES) {
            allPass(wet, new float[size + offset]);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] += gain * wet[i];
        }
    }

    private void comb(float[] input, float[] wet, float[] line) {
        int at = 0;
        float low = 0;
        for (int i = 0; i < input.length; i++) {
            float now = line[at];
            low = now + damping * (low - now) + 1e-18f;
            line[at] = input[i] + feedback * low;
            wet[i] += now;
            if (++at == line.length) {
                at = 0;
            }
        }
    }

    private static void allPass(float[] samples, float[] line) {
        int at = 0;
        for (int i = 0; i < samples.length; i++) {
            float delayed = line[at];
            float in = samples[i];
            line[at] = in + .5f * delayed;
            samples[i] = delayed - in;
            if (++at == line.length) {
                at = 0;
            }
        }
    }
}
