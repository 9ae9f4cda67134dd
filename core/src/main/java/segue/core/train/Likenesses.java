package segue.core.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segue.core.math.Cholesky;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.math.Products;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// How alike items are to landmarks among them, and what follows for their factors: regularised
/// least squares in the space of a kernel.
final class Likenesses {

    private static final Kernels K = Kernels.BEST;

    /// A kernel: from the squared lengths of two inputs and their dot product.
    @FunctionalInterface
    interface Kernel {
        float of(float squareA, float squareB, float dot);
    }

    private final SparseMatrix inputs;
    private final int most;
    private final Kernel kernel;

    /// @param most landmarks; where no more items are trusted, all of those are and the solution is
    ///   exact
    Likenesses(SparseMatrix inputs, int most, Kernel kernel) {
        this.inputs = inputs;
        this.most = most;
        this.kernel = kernel;
    }

    Matrix predict(Trusted known, double regularization, Run run) {
        int[] places = landmarks(known, run);
        int[] rows = Arrays.stream(places).map(known::row).toArray();
        Matrix alike = alike(rows, run);
        int m = rows.length;
        int rank = known.mean().length;
        float[] a = new float[m * m];
        float[] b = new float[m * rank];
        if (m == known.size()) {
            exact(known, alike, regularization, a, b);
        } else {
            reduced(known, rows, alike, regularization, a, b, run);
        }
        factor(a, m);
        Cholesky.solveAll(a, m, b, rank);
        Matrix predicted = means(inputs.rows(), known.mean());
        Parallel.rows(
                inputs.rows(),
                64,
                run,
                () ->
                        (from, to) -> {
                            for (int item = from; item < to; item++) {
                                add(alike, item, m, b, predicted);
                            }
                        });
        return predicted;
    }

    private static void add(Matrix alike, int item, int m, float[] b, Matrix predicted) {
        int rank = predicted.columns();
        int at = predicted.offset(item);
        for (int l = 0; l < m; l++) {
            K.addScaled(alike.at(item, l), b, l * rank, predicted.values(), at, rank);
        }
    }

    /// `(K + λ / trust) α = targets`.
    private static void exact(
            Trusted known, Matrix alike, double regularization, float[] a, float[] b) {
        int m = known.size();
        int rank = known.mean().length;
        for (int i = 0; i < m; i++) {
            System.arraycopy(alike.values(), alike.offset(known.row(i)), a, i * m, m);
            a[i * m + i] += (float) (regularization / known.trust(i));
            System.arraycopy(known.around(i), 0, b, i * rank, rank);
        }
    }

    /// `(Σ trust k kᵀ + λ K) α = Σ trust k targets`.
    private static void reduced(
            Trusted known,
            int[] rows,
            Matrix alike,
            double regularization,
            float[] a,
            float[] b,
            Run run) {
        int m = rows.length;
        int rank = known.mean().length;
        Matrix weighed = Matrix.zeros(known.size(), alike.columns());
        for (int i = 0; i < known.size(); i++) {
            float root = (float) Math.sqrt(known.trust(i));
            int from = alike.offset(known.row(i));
            K.addScaled(root, alike.values(), from, weighed.values(), weighed.offset(i), m);
            float[] around = known.around(i);
            for (int l = 0; l < m; l++) {
                float weight = root * weighed.at(i, l);
                K.addScaled(weight, around, 0, b, l * rank, rank);
            }
        }
        Matrix gram = Products.gram(weighed, run);
        double trace = 0;
        for (int i = 0; i < m; i++) {
            trace += gram.at(i, i);
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                a[i * m + j] = (float) (gram.at(i, j) + regularization * alike.at(rows[i], j));
            }
            // Rounding must not make the smallest eigenvalues negative.
            a[i * m + i] += (float) (1e-5 * trace / m);
        }
    }

    private int[] landmarks(Trusted known, Run run) {
        int[] places = IntStream.range(0, known.size()).toArray();
        if (known.size() > most) {
            SplittableRandom random = run.random("landmarks");
            for (int i = 0; i < most; i++) {
                int j = i + random.nextInt(places.length - i);
                int chosen = places[j];
                places[j] = places[i];
                places[i] = chosen;
            }
            places = Arrays.copyOf(places, most);
            Arrays.sort(places);
        }
        return places;
    }

    /// `items × landmarks`, padded for the kernels.
    private Matrix alike(int[] rows, Run run) {
        float[] squares = new float[inputs.rows()];
        for (int item = 0; item < squares.length; item++) {
            for (int e = inputs.start(item); e < inputs.end(item); e++) {
                squares[item] += inputs.value(e) * inputs.value(e);
            }
        }
        Matrix alike = Matrix.zeros(inputs.rows(), Kernels.padded(rows.length));
        Parallel.rows(
                inputs.rows(),
                64,
                run,
                () -> {
                    float[] dense = new float[inputs.columns()];
                    return (from, to) -> {
                        for (int item = from; item < to; item++) {
                            spread(item, dense);
                            for (int l = 0; l < rows.length; l++) {
                                alike.values()[alike.offset(item) + l] =
                                        kernel.of(
                                                squares[item],
                                                squares[rows[l]],
                                                dot(rows[l], dense));
                            }
                            clear(item, dense);
                        }
                    };
                });
        return alike;
    }

    private void spread(int item, float[] dense) {
        for (int e = inputs.start(item); e < inputs.end(item); e++) {
            dense[inputs.column(e)] = inputs.value(e);
        }
    }

    private void clear(int item, float[] dense) {
        for (int e = inputs.start(item); e < inputs.end(item); e++) {
            dense[inputs.column(e)] = 0;
        }
    }

    private float dot(int item, float[] dense) {
        float sum = 0;
        for (int e = inputs.start(item); e < inputs.end(item); e++) {
            sum += inputs.value(e) * dense[inputs.column(e)];
        }
        return sum;
    }

    /// The mean in every row.
    static Matrix means(int rows, float[] mean) {
        Matrix all = Matrix.zeros(rows, mean.length);
        for (int row = 0; row < rows; row++) {
            System.arraycopy(mean, 0, all.values(), all.offset(row), mean.length);
        }
        return all;
    }

    /// @throws SegueException.FitFailed if it cannot be
    static void factor(float[] a, int n) {
        if (!Cholesky.factor(a, n)) {
            throw new SegueException.FitFailed(
                    1, "the inputs repeat each other too exactly; raise strength");
        }
    }
}
