package segue.core.train;

import java.util.SplittableRandom;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.math.Svd;
import segue.core.run.Run;

/// Where [Nmf] begins: non-negative factors, `rows × padded rank`.
record NmfStart(Matrix users, Matrix items) {

    /// Smaller numbers of a start count as zeros.
    private static final float ZERO = 1e-6f;

    static NmfStart of(Nmf nmf, SparseMatrix byUser, SparseMatrix byItem, Run run) {
        SplittableRandom random = run.random("nmf");
        double sum = 0;
        for (float value : byUser.valueArray()) {
            sum += value;
        }
        double mean = sum / Math.max(1.0, (double) byUser.rows() * byUser.columns());
        int stride = Kernels.padded(nmf.rank());
        NmfStart start =
                new NmfStart(
                        Matrix.zeros(byUser.rows(), stride),
                        Matrix.zeros(byUser.columns(), stride));
        int smaller = Math.min(byUser.rows(), byUser.columns());
        int singular =
                nmf.start() == Nmf.Start.RANDOM || sum == 0 ? 0 : Math.min(smaller, nmf.rank());
        if (singular > 0) {
            Svd svd = Svd.of(byUser, byItem, singular, random, run);
            float fill = nmf.start() == Nmf.Start.NNDSVDA ? (float) mean : 0;
            for (int k = 0; k < singular; k++) {
                start.positivePart(svd, k, fill);
            }
        }
        // More factors than the matrix has singular vectors: the rest begin at random.
        double scale = Math.sqrt(mean / nmf.rank());
        fillRandom(start.items, singular, nmf.rank(), scale, random);
        fillRandom(start.users, singular, nmf.rank(), scale, random);
        return start;
    }

    private static void fillRandom(
            Matrix factors, int from, int to, double scale, SplittableRandom random) {
        for (int row = 0; row < factors.rows(); row++) {
            for (int k = from; k < to; k++) {
                factors.values()[factors.offset(row) + k] =
                        (float) Math.abs(scale * random.nextGaussian());
            }
        }
    }

    /// The larger of the positive and the negative part of the `k`-th pair of singular vectors.
    private void positivePart(Svd svd, int k, float fill) {
        double positive = norm(svd.left(), k, 1) * norm(svd.right(), k, 1);
        double negative = norm(svd.left(), k, -1) * norm(svd.right(), k, -1);
        int sign = positive > negative ? 1 : -1;
        double scale = Math.sqrt(svd.values().at(0, k) * Math.max(positive, negative));
        put(svd.left(), k, sign, scale / norm(svd.left(), k, sign), fill, users);
        put(svd.right(), k, sign, scale / norm(svd.right(), k, sign), fill, items);
    }

    /// The length of the part of a column that has the given sign.
    private static double norm(Matrix vectors, int k, int sign) {
        double sum = 0;
        for (int row = 0; row < vectors.rows(); row++) {
            double value = Math.max(0, sign * vectors.at(row, k));
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private static void put(
            Matrix vectors, int k, int sign, double scale, float fill, Matrix factors) {
        for (int row = 0; row < vectors.rows(); row++) {
            // A column of zeros makes the scale NaN, and all of it the fill.
            float value = (float) (scale * Math.max(0, sign * vectors.at(row, k)));
            factors.values()[factors.offset(row) + k] = value >= ZERO ? value : fill;
        }
    }
}
