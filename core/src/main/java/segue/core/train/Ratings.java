package segue.core.train;

import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;

/// Counts of plays as ratings: `offset + scale · ln plays`. Learning happens on their standardised
/// logarithms, `z = (ln plays − mean) / spread`, so that settings mean the same for every target.
///
/// @param matrix `users × items`, standardised
/// @param mean of ln plays
/// @param spread standard deviation of ln plays; 1 if all are alike
/// @param offset of the target
/// @param scale of the target
public record Ratings(
        SparseMatrix matrix, double mean, double spread, double offset, double scale) {

    /// @throws IllegalArgumentException unless all values are whole numbers of at least 1
    public static Ratings of(SparseMatrix counts, Mf.Target target) {
        float[] values = new float[counts.entries()];
        double sum = 0;
        double squares = 0;
        double most = 0;
        for (int e = 0; e < values.length; e++) {
            float plays = counts.value(e);
            Check.that(
                    plays >= 1 && plays == Math.rint(plays),
                    "mf predicts counts of plays and needs them as they are, whole numbers of at"
                            + " least 1 (weighting raw); found %s",
                    plays);
            double log = Math.log(plays);
            values[e] = (float) log;
            sum += log;
            squares += log * log;
            most = Math.max(most, log);
        }
        double mean = sum / Math.max(1, values.length);
        double variance = squares / Math.max(1, values.length) - mean * mean;
        double spread = variance > 1e-9 ? Math.sqrt(variance) : 1;
        for (int e = 0; e < values.length; e++) {
            values[e] = (float) ((values[e] - mean) / spread);
        }
        double scale = target == Mf.Target.LOG ? 1 : 4 / Math.max(1e-9, most);
        double offset = target == Mf.Target.LOG ? 0 : 1;
        return new Ratings(counts.withValues(values), mean, spread, offset, scale);
    }

    /// The rating of a count of plays.
    public double rating(float plays) {
        return offset + scale * Math.log(plays);
    }

    /// The rating that a standardised value stands for.
    public double rating(double z) {
        return offset + scale * (mean + spread * z);
    }

    /// What users and items deviate from the mean on their own.
    ///
    /// @param ofUser `1 × users`, standardised
    /// @param ofItem `1 × items`, standardised
    public record Biases(Matrix ofUser, Matrix ofItem) {}

    private static final int SWEEPS = 10;
    private static final double ITEM_RIDGE = 10;
    private static final double USER_RIDGE = 15;

    /// The baseline of rating prediction: biases by alternating ridge regression (Koren 2010,
    /// "Factor in the neighbors", 2.1).
    public Biases biases() {
        float[] ofUser = new float[matrix.rows()];
        float[] ofItem = new float[matrix.columns()];
        SparseMatrix byItem = matrix.transpose();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            solve(byItem, ofItem, ofUser, ITEM_RIDGE);
            solve(matrix, ofUser, ofItem, USER_RIDGE);
        }
        return new Biases(
                new Matrix(1, ofUser.length, ofUser), new Matrix(1, ofItem.length, ofItem));
    }

    private static void solve(SparseMatrix matrix, float[] bias, float[] other, double ridge) {
        for (int row = 0; row < matrix.rows(); row++) {
            double sum = 0;
            for (int e = matrix.start(row); e < matrix.end(row); e++) {
                sum += matrix.value(e) - other[matrix.column(e)];
            }
            bias[row] = (float) (sum / (ridge + matrix.count(row)));
        }
    }
}
