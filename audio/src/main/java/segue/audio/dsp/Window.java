package segue.audio.dsp;

/// The usual tapers, periodic (made for spectra, not for filters): `size` points of a period of
/// `size`. Harris, "On the use of windows for harmonic analysis", Proc. IEEE 1978.
public enum Window {
    /// Raised cosine: the everyday choice.
    HANN(.5, .5, 0),
    /// Raised cosine on a pedestal: lower nearest side lobe.
    HAMMING(.54, .46, 0),
    /// Three terms: side lobes below -58 dB, a wider main lobe.
    BLACKMAN(.42, .5, .08);

    private final double constant;
    private final double first;
    private final double second;

    Window(double constant, double first, double second) {
        this.constant = constant;
        this.first = first;
        this.second = second;
    }

    /// The window's points, a new array.
    public float[] of(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1, is " + size);
        }
        float[] points = new float[size];
        for (int n = 0; n < size; n++) {
            double angle = 2 * Math.PI * n / size;
            points[n] = (float) (constant - first * Math.cos(angle) + second * Math.cos(2 * angle));
        }
        return points;
    }
}
