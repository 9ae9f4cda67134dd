package segue.audio.compose;

/// Repeats that jump from side to side in time with the beat, duller each time.
final class Echo {

    private static final float FEEDBACK = .42f;

    private final int delay;

    Echo(double seconds) {
        this.delay = Math.max(1, (int) (seconds * Synthesizer.SAMPLE_RATE));
    }

    /// Adds the repeats of `input` to both sides.
    void add(float[] input, float[] left, float[] right) {
        float[] line = new float[2 * delay];
        int at = 0;
        float low = 0;
        for (int i = 0; i < input.length; i++) {
            int across = at < delay ? at + delay : at - delay;
            float first = line[across];
            float second = line[at];
            left[i] += .8f * first;
            right[i] += .8f * second * FEEDBACK;
            low += .5f * (second * FEEDBACK * FEEDBACK - low) + 1e-18f;
            line[at] = input[i] + low;
            if (++at == line.length) {
                at = 0;
            }
        }
    }
}
