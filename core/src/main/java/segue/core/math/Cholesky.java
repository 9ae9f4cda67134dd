package segue.core.math;

/// Solves `A x = b` for a small symmetric positive definite `A` by `A = Uᵀ U`, in place. n³/3 flops
/// for the factor, 2 n² a right-hand side.
public final class Cholesky {

    private static final Kernels K = Kernels.BEST;

    /// Pivot rows finished before the rows below are updated with all of them.
    private static final int BLOCK = 8;

    private Cholesky() {}

    /// Overwrites the upper triangle of `a` (`n × n`, row after row) with `U`; the rest is left in
    /// no defined state.
    ///
    /// @return false if `a` is not positive definite (or holds NaN); `a` is then spoilt
    public static boolean factor(float[] a, int n) {
        for (int first = 0; first < n; first += BLOCK) {
            int last = Math.min(n, first + BLOCK);
            for (int pivot = first; pivot < last; pivot++) {
                K.eliminate(a, n, first, pivot, pivot);
                float square = a[pivot * n + pivot];
                if (!(square > 0)) {
                    return false;
                }
                float scale = (float) (1 / Math.sqrt(square));
                for (int j = pivot * n + pivot; j < pivot * n + n; j++) {
                    a[j] *= scale;
                }
            }
            for (int row = last; row < n; row++) {
                K.eliminate(a, n, first, last, row);
            }
        }
        return true;
    }

    /// Replaces `b` by the solution of `Uᵀ U x = b`.
    public static void solve(float[] u, int n, float[] b) {
        for (int i = 0; i < n; i++) {
            b[i] /= u[i * n + i];
            K.addScaled(-b[i], u, i * n + i + 1, b, i + 1, n - i - 1);
        }
        for (int i = n - 1; i >= 0; i--) {
            b[i] = (b[i] - K.dot(u, i * n + i + 1, b, i + 1, n - i - 1)) / u[i * n + i];
        }
    }

    /// Replaces `b` by the solutions of `Uᵀ U X = B` for several right-hand sides at once, so that
    /// `u` is read once for all.
    ///
    /// @param b `n × width`, row after row
    public static void solveAll(float[] u, int n, float[] b, int width) {
        for (int i = 0; i < n; i++) {
            divide(b, i * width, width, u[i * n + i]);
            for (int j = i + 1; j < n; j++) {
                K.addScaled(-u[i * n + j], b, i * width, b, j * width, width);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                K.addScaled(-u[i * n + j], b, j * width, b, i * width, width);
            }
            divide(b, i * width, width, u[i * n + i]);
        }
    }

    private static void divide(float[] b, int from, int count, float by) {
        for (int k = from; k < from + count; k++) {
            b[k] /= by;
        }
    }
}
