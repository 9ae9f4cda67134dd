package segue.core.train;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import segue.core.math.Cholesky;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.Products;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.core.model.FactorModel;
import segue.core.model.MappedFoldIn;
import segue.core.run.Run;

/// What [Bpr] and [Warp] end in: factors with the item's bias as a last column, where users have 1,
/// and a [MappedFoldIn] fitted by ridge regression to the users it was trained on.
final class SampledModel {

    /// Users the map is fitted to, evenly spread; more change nothing.
    private static final int SAMPLE = 50_000;

    /// Ridge, as a share of the mean of the diagonal.
    private static final double RIDGE = .01;

    private SampledModel() {}

    /// @param users `users × padded rank`
    /// @param items `items × padded rank`
    /// @param bias one number an item
    static FactorModel of(
            SparseMatrix matrix, Matrix users, Matrix items, float[] bias, int rank, Run run) {
        Matrix x = withLast(users, rank, null);
        Matrix y = withLast(items, rank, bias);
        MappedFoldIn foldIn = foldIn(matrix, x, y, run);
        return new FactorModel(x, y, foldIn);
    }

    private static Matrix withLast(Matrix padded, int rank, float @Nullable [] last) {
        Matrix matrix = Matrix.zeros(padded.rows(), rank + 1);
        for (int row = 0; row < padded.rows(); row++) {
            int to = matrix.offset(row);
            System.arraycopy(padded.values(), padded.offset(row), matrix.values(), to, rank);
            matrix.values()[to + rank] = last == null ? 1 : last[row];
        }
        return matrix;
    }

    /// Solves `(HᵀH + λI) Mᵀ = Hᵀ(X − start)`; both products come from the Gram matrix of `[H X]`.
    private static MappedFoldIn foldIn(SparseMatrix matrix, Matrix x, Matrix y, Run run) {
        int rank = y.columns();
        int stride = Kernels.padded(2 * rank);
        int step = Math.max(1, matrix.rows() / SAMPLE);
        Matrix both = Matrix.zeros(Math.ceilDiv(matrix.rows(), step), stride);
        int size = 0;
        for (int user = 0; user < matrix.rows(); user += step) {
            SparseVector history = matrix.row(user);
            if (history.size() > 0) {
                int at = both.offset(size++);
                float[] h = MappedFoldIn.sum(y, history);
                System.arraycopy(h, 0, both.values(), at, rank);
                System.arraycopy(x.values(), x.offset(user), both.values(), at + rank, rank - 1);
            }
        }
        MappedFoldIn none = MappedFoldIn.none(rank);
        float[] gram = Products.gram(both, run).values();
        double trace = 0;
        float[] left = new float[rank * rank];
        for (int k = 0; k < rank; k++) {
            System.arraycopy(gram, k * stride, left, k * rank, rank);
            trace += gram[k * stride + k];
        }
        for (int k = 0; k < rank; k++) {
            left[k * rank + k] += (float) (RIDGE * trace / rank);
        }
        if (!(trace > 0) || !Cholesky.factor(left, rank)) {
            return none;
        }
        float[] map = none.map().values();
        for (int k = 0; k < rank - 1; k++) {
            // Column rank + k of the Gram matrix is Hᵀ times column k of X; it is symmetric.
            int from = (rank + k) * stride;
            float[] row = Arrays.copyOfRange(gram, from, from + rank);
            Cholesky.solve(left, rank, row);
            System.arraycopy(row, 0, map, k * rank, rank);
        }
        return none;
    }
}
