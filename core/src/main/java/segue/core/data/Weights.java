package segue.core.data;

import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;

/// A [Weighting] with what it learned from the training counts, so that a history seen later is
/// weighed the same way. Immutable and thread-safe.
///
/// @param weighting which formula
/// @param idf `1 × items`, the rarity of each item; `1 × 0` where the formula needs none
/// @param meanLength mean sum of a user's counts; 0 where the formula needs none
public record Weights(Weighting weighting, Matrix idf, double meanLength) {

    static Weights withFrequencies(Weighting weighting, SparseMatrix counts) {
        float[] idf = new float[counts.columns()];
        double total = 0;
        for (int e = 0; e < counts.entries(); e++) {
            idf[counts.column(e)]++;
            total += counts.value(e);
        }
        for (int item = 0; item < idf.length; item++) {
            idf[item] = (float) Math.max(0, Math.log(counts.rows()) - Math.log1p(idf[item]));
        }
        return new Weights(
                weighting, new Matrix(1, idf.length, idf), total / Math.max(1, counts.rows()));
    }

    /// Weighs every row of a matrix of counts.
    public SparseMatrix apply(SparseMatrix counts) {
        float[] values = new float[counts.entries()];
        for (int row = 0; row < counts.rows(); row++) {
            weigh(
                    counts.columnArray(),
                    counts.valueArray(),
                    counts.start(row),
                    counts.end(row),
                    values);
        }
        return counts.withValues(values);
    }

    /// Weighs one history. What speaks against something, below 0, is weighed like a count of that
    /// size and keeps its sign.
    public SparseVector apply(SparseVector counts) {
        int[] columns = new int[counts.size()];
        float[] values = new float[counts.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = counts.column(i);
            values[i] = Math.abs(counts.value(i));
        }
        float[] weighed = new float[columns.length];
        weigh(columns, values, 0, columns.length, weighed);
        for (int i = 0; i < columns.length; i++) {
            weighed[i] = Math.copySign(weighed[i], counts.value(i));
        }
        return new SparseVector(columns, weighed);
    }

    private void weigh(int[] columns, float[] counts, int from, int to, float[] out) {
        double sum = 0;
        for (int e = from; e < to; e++) {
            sum += counts[e];
        }
        double squares = 0;
        for (int e = from; e < to; e++) {
            double x = counts[e];
            double weight =
                    switch (weighting) {
                        case Weighting.Raw() -> x;
                        case Weighting.Binary() -> 1;
                        case Weighting.Log1p() -> Math.log1p(x);
                        case Weighting.TfIdf() -> Math.sqrt(x) * idf.at(0, columns[e]);
                        case Weighting.Bm25(double k1, double b) -> {
                            double length = meanLength > 0 ? sum / meanLength : 1;
                            yield x
                                    * (k1 + 1)
                                    / (k1 * (1 - b + b * length) + x)
                                    * idf.at(0, columns[e]);
                        }
                    };
            out[e] = (float) weight;
            squares += weight * weight;
        }
        if (weighting instanceof Weighting.TfIdf && squares > 0) {
            float scale = (float) (1 / Math.sqrt(squares));
            for (int e = from; e < to; e++) {
                out[e] *= scale;
            }
        }
    }
}
