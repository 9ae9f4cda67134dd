package segue.core.train;

import java.util.Arrays;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.math.Products;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// The users or the items of [Nmf]: their rows of the matrix and their factors, kept twice: row
/// after row for products with the sparse matrix, and in panels of [Kernels#PAD] rows for the
/// descent.
final class NmfSide {

    private static final Kernels K = Kernels.BEST;
    private static final int PAD = Kernels.PAD;

    private final SparseMatrix matrix;
    private final Matrix factors;
    private final float[][] panels;
    private final Nmf nmf;
    private final Run run;

    /// @param factors `rows × padded rank`, the start; changed in place
    NmfSide(SparseMatrix matrix, Matrix factors, Nmf nmf, Run run) {
        this.matrix = matrix;
        this.factors = factors;
        this.nmf = nmf;
        this.run = run;
        this.panels = new float[Math.ceilDiv(matrix.rows(), PAD)][nmf.rank() * PAD];
        for (int row = 0; row < matrix.rows(); row++) {
            toPanel(factors.values(), factors.offset(row), panels[row / PAD], row % PAD, 0);
        }
    }

    Matrix factors() {
        return factors;
    }

    /// One sweep over all coordinates of all rows while the other side is fixed.
    ///
    /// @return the sum of the slopes that could be followed
    double descend(NmfSide other) {
        int stride = factors.columns();
        float[] gram = Products.gram(other.factors, run).values();
        float l1 = (float) (nmf.l1() * matrix.columns());
        for (int k = 0; k < nmf.rank(); k++) {
            gram[k * stride + k] += (float) (nmf.l2() * matrix.columns());
        }
        double[] violations = new double[panels.length];
        Parallel.rows(
                panels.length,
                Math.max(1, 4096 / stride),
                run,
                () -> {
                    float[] row = new float[stride];
                    float[] b = new float[nmf.rank() * PAD];
                    return (from, to) -> {
                        for (int panel = from; panel < to; panel++) {
                            products(panel, other.factors, l1, row, b);
                            violations[panel] =
                                    K.descend(gram, stride, nmf.rank(), panels[panel], b);
                            toRows(panel);
                        }
                    };
                });
        double sum = 0;
        for (double violation : violations) {
            sum += violation;
        }
        return sum;
    }

    /// The panel's rows of `X H − l1`.
    private void products(int panel, Matrix other, float l1, float[] row, float[] b) {
        int first = panel * PAD;
        int count = Math.min(PAD, matrix.rows() - first);
        for (int j = 0; j < count; j++) {
            Arrays.fill(row, 0);
            K.combine(
                    matrix.columnArray(),
                    matrix.valueArray(),
                    matrix.start(first + j),
                    matrix.end(first + j),
                    other.values(),
                    row.length,
                    row);
            toPanel(row, 0, b, j, l1);
        }
    }

    private void toPanel(float[] row, int from, float[] panel, int j, float less) {
        for (int k = 0; k < nmf.rank(); k++) {
            panel[k * PAD + j] = row[from + k] - less;
        }
    }

    private void toRows(int panel) {
        float[] from = panels[panel];
        int first = panel * PAD;
        int count = Math.min(PAD, matrix.rows() - first);
        for (int j = 0; j < count; j++) {
            int to = factors.offset(first + j);
            for (int k = 0; k < nmf.rank(); k++) {
                factors.values()[to + k] = from[k * PAD + j];
            }
        }
    }
}
