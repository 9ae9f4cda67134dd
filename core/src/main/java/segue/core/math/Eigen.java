package segue.core.math;

import java.util.Arrays;
import java.util.Comparator;

/// Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and
/// Van Loan, Matrix Computations, 8.5). O(n³) a sweep, in doubles; few sweeps where the matrix is
/// nearly diagonal already.
///
/// @param values eigenvalues, falling, `1 × n`
/// @param vectors `n × n`, column `j` belongs to value `j`
public record Eigen(Matrix values, Matrix vectors) {

    private static final int SWEEPS = 30;

    /// @param a symmetric; only elements on and below the diagonal are read
    public static Eigen of(Matrix a) {
        int n = a.rows();
        double[] m = new double[n * n];
        double[] v = new double[n * n];
        double scale = 0;
        for (int i = 0; i < n; i++) {
            v[i * n + i] = 1;
            for (int j = 0; j <= i; j++) {
                m[i * n + j] = m[j * n + i] = a.at(i, j);
                scale += Math.abs(m[i * n + j]);
            }
        }
        double negligible = scale * 1e-12 / Math.max(1, n);
        for (int sweep = 0; sweep < SWEEPS && rotateAll(m, v, n, negligible); sweep++) {}
        return sorted(m, v, n);
    }

    /// One sweep over all pairs; false when nothing was left to rotate.
    private static boolean rotateAll(double[] m, double[] v, int n, double negligible) {
        boolean rotated = false;
        for (int p = 0; p < n; p++) {
            for (int q = p + 1; q < n; q++) {
                double apq = m[p * n + q];
                double app = m[p * n + p];
                double aqq = m[q * n + q];
                // An element that moves neither eigenvalue in float precision is left alone.
                if (Math.abs(apq) <= negligible
                        || apq * apq <= 1e-14 * Math.abs(app) * Math.abs(aqq)) {
                    continue;
                }
                rotated = true;
                double theta = (aqq - app) / (2 * apq);
                double t = 1 / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
                if (theta < 0) {
                    t = -t;
                }
                double c = 1 / Math.sqrt(t * t + 1);
                double s = t * c;
                rotateRows(m, p * n, q * n, c, s, n);
                for (int k = 0; k < n; k++) {
                    m[k * n + p] = m[p * n + k];
                    m[k * n + q] = m[q * n + k];
                }
                m[p * n + p] = app - t * apq;
                m[q * n + q] = aqq + t * apq;
                m[p * n + q] = m[q * n + p] = 0;
                rotateRows(v, p * n, q * n, c, s, n);
            }
        }
        return rotated;
    }

    private static void rotateRows(double[] m, int p, int q, double c, double s, int n) {
        for (int k = 0; k < n; k++) {
            double x = m[p + k];
            double y = m[q + k];
            m[p + k] = c * x - s * y;
            m[q + k] = s * x + c * y;
        }
    }

    private static Eigen sorted(double[] m, double[] v, int n) {
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -m[i * n + i]));
        float[] values = new float[n];
        float[] vectors = new float[n * n];
        for (int j = 0; j < n; j++) {
            values[j] = (float) m[order[j] * n + order[j]];
            for (int i = 0; i < n; i++) {
                vectors[i * n + j] = (float) v[order[j] * n + i];
            }
        }
        return new Eigen(new Matrix(1, n, values), new Matrix(n, n, vectors));
    }
}
