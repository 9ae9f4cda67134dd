package segue.core.math;

import segue.core.run.Run;

/// Products of tall matrices whose columns are padded to a multiple of [Kernels#PAD], on all
/// threads. The result does not depend on how many there are.
public final class Products {

    private static final Kernels K = Kernels.BEST;

    /// Rows of one piece of the Gram matrix; fixed, so that sums do not depend on threads.
    private static final int GRAM_ROWS = 4096;

    private Products() {}

    /// `YᵀY`, full and symmetric, `stride × stride`.
    public static Matrix gram(Matrix y, Run run) {
        int stride = y.columns();
        int pieces = Math.ceilDiv(y.rows(), GRAM_ROWS);
        float[][] partial = new float[pieces][];
        Parallel.rows(
                pieces,
                1,
                run,
                () ->
                        (from, to) -> {
                            int first = from * GRAM_ROWS;
                            int count = Math.min(GRAM_ROWS, y.rows() - first);
                            partial[from] = gramOf(y, first, count);
                        });
        double[] sum = new double[stride * stride];
        for (float[] piece : partial) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += piece[i];
            }
        }
        Matrix gram = Matrix.zeros(stride, stride);
        for (int i = 0; i < stride; i++) {
            for (int j = 0; j <= i; j++) {
                float value = (float) sum[j * stride + i];
                gram.values()[i * stride + j] = value;
                gram.values()[j * stride + i] = value;
            }
        }
        return gram;
    }

    /// In blocks that stay in the L1 cache while every tile of the result passes over them.
    private static float[] gramOf(Matrix y, int first, int count) {
        int stride = y.columns();
        int block = Math.max(16, 4096 / stride);
        float[] a = new float[stride * stride];
        for (int row = first; row < first + count; row += block) {
            int rows = Math.min(block, first + count - row);
            K.rankUpdate(y.values(), y.offset(row), y.values(), y.offset(row), rows, stride, a);
        }
        return a;
    }

    /// `x ← x Q` in place, for the first `q.rows()` columns; the padding stays 0.
    public static void rotate(Matrix x, Matrix q, Run run) {
        int stride = x.columns();
        float[] panels = panels(q, stride);
        Parallel.rows(
                x.rows(),
                6 * 128,
                run,
                () -> {
                    float[] tile = new float[Kernels.TILE * stride];
                    float[] out = new float[Kernels.TILE * Kernels.PAD];
                    return (from, to) -> {
                        for (int row = from; row < to; row += Kernels.TILE) {
                            rotateTile(x, row, Math.min(Kernels.TILE, to - row), panels, tile, out);
                        }
                    };
                });
    }

    private static void rotateTile(
            Matrix x, int row, int count, float[] panels, float[] tile, float[] out) {
        int stride = x.columns();
        System.arraycopy(x.values(), x.offset(row), tile, 0, count * stride);
        for (int column = 0; column < stride; column += Kernels.PAD) {
            K.scores(tile, 0, count, stride, panels, column * stride, out);
            for (int u = 0; u < count; u++) {
                System.arraycopy(
                        out, u * Kernels.PAD, x.values(), x.offset(row + u) + column, Kernels.PAD);
            }
        }
    }

    /// Columns of `q` in panels of [Kernels#PAD], `stride` rows each.
    private static float[] panels(Matrix q, int stride) {
        float[] panels = new float[stride * stride];
        for (int k = 0; k < q.rows(); k++) {
            for (int j = 0; j < q.columns(); j++) {
                int panel = j / Kernels.PAD;
                panels[(panel * stride + k) * Kernels.PAD + j % Kernels.PAD] = q.at(k, j);
            }
        }
        return panels;
    }
}
