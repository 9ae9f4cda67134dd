package segue.audio.dsp;

/// A bank of triangular filters, evenly spaced on the mel scale of O'Shaughnessy (1987),
/// `2595 log10(1 + f / 700)`, each overlapping its neighbours by half and of sum 1.
///
/// As a listener it keeps the bands of the latest frame for those that listen after it, so that
/// they are computed once. Not thread-safe.
public final class MelBands implements Stft.Listener {

    private final int[] firstBin;
    private final float[][] weights;
    private final float[] latest;
    private final double[] centres;

    /// Bands for the shared transform.
    public MelBands(int bands, double lowHertz, double highHertz) {
        this(bands, lowHertz, highHertz, Stft.SIZE, Stft.SAMPLE_RATE);
    }

    /// @param bands how many
    /// @param lowHertz lower edge of the first
    /// @param highHertz upper edge of the last, at most half the sample rate
    /// @param size samples a frame of the transform
    /// @param sampleRate Hz
    public MelBands(int bands, double lowHertz, double highHertz, int size, int sampleRate) {
        if (bands < 1 || lowHertz < 0 || highHertz <= lowHertz || highHertz > sampleRate / 2.0) {
            throw new IllegalArgumentException(
                    "cannot lay %d bands from %s to %s Hz at a rate of %d Hz"
                            .formatted(bands, lowHertz, highHertz, sampleRate));
        }
        firstBin = new int[bands];
        weights = new float[bands][];
        latest = new float[bands];
        centres = new double[bands];
        double low = mel(lowHertz);
        double step = (mel(highHertz) - low) / (bands + 1);
        double binHertz = (double) sampleRate / size;
        for (int b = 0; b < bands; b++) {
            double left = hertz(low + b * step) / binHertz;
            double middle = hertz(low + (b + 1) * step) / binHertz;
            double right = hertz(low + (b + 2) * step) / binHertz;
            centres[b] = middle * binHertz;
            triangle(b, left, middle, right);
        }
    }

    private void triangle(int band, double left, double middle, double right) {
        int from = (int) Math.ceil(left);
        int to = (int) Math.floor(right);
        double[] raw = new double[Math.max(0, to - from + 1)];
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            double bin = from + i;
            double up = (bin - left) / (middle - left);
            double down = (right - bin) / (right - middle);
            raw[i] = Math.max(0, Math.min(up, down));
            sum += raw[i];
        }
        if (sum < 1e-9) { // narrower than a bin: the nearest one stands for it
            firstBin[band] = (int) Math.round(middle);
            weights[band] = new float[] {1};
            return;
        }
        firstBin[band] = from;
        weights[band] = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            weights[band][i] = (float) (raw[i] / sum);
        }
    }

    /// How many bands.
    public int count() {
        return latest.length;
    }

    /// The middle of a band, Hz.
    public double centre(int band) {
        return centres[band];
    }

    /// The weighted mean of the magnitudes under each triangle.
    public void apply(float[] magnitudes, float[] out) {
        for (int b = 0; b < weights.length; b++) {
            float[] w = weights[b];
            int from = firstBin[b];
            float sum = 0;
            for (int i = 0; i < w.length; i++) {
                sum += w[i] * magnitudes[from + i];
            }
            out[b] = sum;
        }
    }

    @Override
    public void frame(float[] magnitudes) {
        apply(magnitudes, latest);
    }

    /// The bands of the latest frame; changes with the next.
    float[] latest() {
        return latest;
    }

    /// Copies the bands of the latest frame.
    public void latest(float[] out) {
        System.arraycopy(latest, 0, out, 0, latest.length);
    }

    /// `ln(1 + factor · x)` of every element, in place: loudness as the ear has it, roughly.
    public static void compress(float[] bands, float factor) {
        for (int b = 0; b < bands.length; b++) {
            bands[b] = (float) Math.log(1 + factor * bands[b]);
        }
    }

    private static double mel(double hertz) {
        return 2595 * Math.log10(1 + hertz / 700);
    }

    private static double hertz(double mel) {
        return 700 * (Math.pow(10, mel / 2595) - 1);
    }
}
