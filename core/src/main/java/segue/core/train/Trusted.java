package segue.core.train;

import java.util.stream.IntStream;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;

/// The rows a predictor learns from, with their targets around the mean.
final class Trusted {

    private final int[] rows;
    private final float[] trust;
    private final Matrix targets;
    private final float[] mean;

    private Trusted(int[] rows, float[] trust, Matrix targets, float[] mean) {
        this.rows = rows;
        this.trust = trust;
        this.targets = targets;
        this.mean = mean;
    }

    /// @throws IllegalArgumentException if no row is trusted, or the sizes do not fit
    static Trusted of(SparseMatrix inputs, Matrix targets, float[] trust) {
        Check.that(
                inputs.rows() == targets.rows() && trust.length == targets.rows(),
                "as many inputs as targets are needed, are %s",
                inputs.rows() + ", " + targets.rows() + " and " + trust.length);
        int[] rows = IntStream.range(0, trust.length).filter(i -> trust[i] > 0).toArray();
        Check.that(rows.length > 0, "no item is trusted of %s", trust.length);
        double[] sum = new double[targets.columns()];
        double total = 0;
        for (int row : rows) {
            total += trust[row];
            for (int c = 0; c < sum.length; c++) {
                sum[c] += (double) trust[row] * targets.at(row, c);
            }
        }
        float[] mean = new float[sum.length];
        for (int c = 0; c < sum.length; c++) {
            mean[c] = (float) (sum[c] / total);
        }
        return new Trusted(rows, trust, targets, mean);
    }

    int size() {
        return rows.length;
    }

    int row(int place) {
        return rows[place];
    }

    float trust(int place) {
        return trust[rows[place]];
    }

    /// Column by column the mean of the targets, by trust.
    float[] mean() {
        return mean;
    }

    /// One target less the mean.
    float[] around(int place) {
        float[] target = targets.row(rows[place]);
        for (int c = 0; c < target.length; c++) {
            target[c] -= mean[c];
        }
        return target;
    }
}
