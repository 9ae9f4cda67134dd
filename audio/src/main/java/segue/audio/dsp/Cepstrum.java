package segue.audio.dsp;

/// Mel-frequency cepstral coefficients: the orthonormal cosine transform (DCT-II) of logarithmic
/// mel bands, after Davis and Mermelstein, "Comparison of parametric representations for
/// monosyllabic word recognition" (IEEE TASSP 1980). Immutable, thread-safe.
public final class Cepstrum {

    private final float[][] cosines;

    /// @param bands how many mel bands go in
    /// @param coefficients how many come out, `1..bands`, from the 0th (the level) on
    public Cepstrum(int bands, int coefficients) {
        if (coefficients < 1 || coefficients > bands) {
            throw new IllegalArgumentException(
                    "coefficients must be 1..%d, are %d".formatted(bands, coefficients));
        }
        cosines = new float[coefficients][bands];
        for (int c = 0; c < coefficients; c++) {
            double scale = Math.sqrt((c == 0 ? 1.0 : 2.0) / bands);
            for (int b = 0; b < bands; b++) {
                cosines[c][b] = (float) (scale * Math.cos(Math.PI * c * (b + .5) / bands));
            }
        }
    }

    /// How many coefficients.
    public int size() {
        return cosines.length;
    }

    /// Transforms logarithms of bands.
    public void apply(float[] logBands, float[] out) {
        for (int c = 0; c < cosines.length; c++) {
            float[] row = cosines[c];
            float s0 = 0;
            float s1 = 0;
            int b = 0;
            for (; b + 1 < row.length; b += 2) {
                s0 += row[b] * logBands[b];
                s1 += row[b + 1] * logBands[b + 1];
            }
            for (; b < row.length; b++) {
                s0 += row[b] * logBands[b];
            }
            out[c] = s0 + s1;
        }
    }
}
