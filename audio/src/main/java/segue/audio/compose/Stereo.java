package segue.audio.compose;

/// Samples of two channels at [Synthesizer#SAMPLE_RATE], -1..1. The arrays are not copied: whoever
/// holds one may change it.
public final class Stereo {

    private final float[] left;
    private final float[] right;

    public Stereo(float[] left, float[] right) {
        if (left.length != right.length) {
            throw new IllegalArgumentException(
                    "channels differ: left " + left.length + ", right " + right.length);
        }
        this.left = left;
        this.right = right;
    }

    public float[] left() {
        return left;
    }

    public float[] right() {
        return right;
    }

    /// Samples a channel.
    public int frames() {
        return left.length;
    }

    public double seconds() {
        return (double) left.length / Synthesizer.SAMPLE_RATE;
    }
}
