package segue.core.math;

/// Solves `A x = b` for a small symmetric positive definite `A` by `A = L Lᵀ`, in place. n³/3 flops
/// for the factor, n² a right-hand side.
public final class Cholesky {

    private Cholesky() {}

    /// Overwrites the lower triangle of `a` (`n × n`, row after row) with `L`.
    ///
    /// @return false if `a` is not positive definite (or holds NaN); `a` is then spoilt
    public static boolean factor(float[] a, int n) {
        for (int i = 0; i < n; i++) {
            int row = i * n;
            for (int j = 0; j < i; j++) {
                float dot = Kernels.BEST.dot(a, row, a, j * n, j);
                a[row + j] = (a[row + j] - dot) / a[j * n + j];
            }
            float pivot = a[row + i] - Kernels.BEST.dot(a, row, a, row, i);
            if (!(pivot > 0)) {
                return false;
            }
            a[row + i] = (float) Math.sqrt(pivot);
        }
        return true;
    }

    /// Replaces `b` by the solution of `L Lᵀ x = b`.
    public static void solve(float[] l, int n, float[] b) {
        for (int i = 0; i < n; i++) {
            b[i] = (b[i] - Kernels.BEST.dot(l, i * n, b, 0, i)) / l[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            float x = b[i] / l[i * n + i];
            b[i] = x;
            Kernels.BEST.addScaled(-x, l, i * n, b, 0, i);
        }
    }
}
