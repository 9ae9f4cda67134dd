package segue.core.train;

import java.util.Arrays;
import segue.core.math.Cholesky;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// The rows of one half iteration of [Als]: each is the minimum of `½ xᵀA x − bᵀx` with
/// `A = D + Σ (w − s) z zᵀ`, `b = Σ w z`, where `D = u·diagonal + λ` and `z` are the vectors of the
/// row's stored cells.
///
/// Short rows gather their `z` once and take conjugate gradient steps on them (Takács, Pilászy,
/// Tikk 2011). Long rows build `A` first, which reads each `z` once instead of once a step. Giant
/// rows build it in pieces on all threads, so that one row never holds back a core.
final class AlsRows {

    private static final Kernels K = Kernels.BEST;

    /// Vectors gathered at a time when `A` is built.
    private static final int CHUNK = 128;

    /// Rows with more entries are built by all threads together, this many entries a piece.
    private static final int GIANT = 16384;

    private final Als als;
    private final Run run;
    private final SparseMatrix matrix;
    private final Matrix x;
    private final Matrix y;
    private final float[] diagonal;
    private final int stride;
    private final int longRow;
    private final double[] lossOf;

    AlsRows(Als als, Run run, SparseMatrix matrix, Matrix x, Matrix y, Matrix eigenvalues) {
        this.als = als;
        this.run = run;
        this.matrix = matrix;
        this.x = x;
        this.y = y;
        this.stride = y.columns();
        this.diagonal = Arrays.copyOf(eigenvalues.values(), stride);
        for (int k = 0; k < stride; k++) {
            diagonal[k] = (float) (als.unobservedWeight() * Math.max(0, diagonal[k]));
        }
        this.longRow = als.exact() ? 0 : 8 * als.rank();
        this.lossOf = new double[matrix.rows()];
    }

    double solve() {
        for (int row = 0; row < matrix.rows(); row++) {
            if (matrix.count(row) > GIANT) {
                solveGiant(row);
            }
        }
        Parallel.rows(
                matrix.rows(),
                256,
                run,
                () -> {
                    Scratch scratch = new Scratch();
                    return (from, to) -> {
                        for (int row = from; row < to; row++) {
                            if (matrix.count(row) <= GIANT) {
                                lossOf[row] = solveRow(row, scratch);
                            }
                        }
                    };
                });
        double loss = 0;
        for (double l : lossOf) {
            loss += l;
        }
        return loss;
    }

    private double solveRow(int row, Scratch s) {
        int count = matrix.count(row);
        int at = x.offset(row);
        if (count == 0) {
            Arrays.fill(x.values(), at, at + stride, 0);
            return 0;
        }
        s.start(row);
        if (count > longRow) {
            Arrays.fill(s.a, 0);
            addCells(matrix.start(row), matrix.end(row), s.a, s.b, s);
            return solveBuilt(row, s);
        }
        return descend(row, s);
    }

    private void solveGiant(int row) {
        int entries = matrix.count(row);
        int pieces = Math.ceilDiv(entries, GIANT);
        float[][] as = new float[pieces][];
        float[][] bs = new float[pieces][];
        Parallel.rows(
                pieces,
                1,
                run,
                () -> {
                    Scratch scratch = new Scratch();
                    return (from, to) -> {
                        int first = matrix.start(row) + from * GIANT;
                        as[from] = new float[stride * stride];
                        bs[from] = new float[stride];
                        addCells(
                                first,
                                Math.min(matrix.end(row), first + GIANT),
                                as[from],
                                bs[from],
                                scratch);
                    };
                });
        Scratch s = new Scratch();
        s.start(row);
        for (int piece = 0; piece < pieces; piece++) {
            K.addScaled(1, as[piece], 0, s.a, 0, s.a.length);
            K.addScaled(1, bs[piece], 0, s.b, 0, stride);
        }
        lossOf[row] = solveBuilt(row, s);
    }

    /// Adds `Σ (w − s) z zᵀ` and `Σ w z` over some entries of a row.
    private void addCells(int from, int to, float[] a, float[] b, Scratch s) {
        float subtracted = (float) als.subtracted();
        for (int first = from; first < to; first += CHUNK) {
            int count = Math.min(CHUNK, to - first);
            s.room(CHUNK);
            gather(first, count, s);
            for (int i = 0; i < count; i++) {
                scale(s.z, i * stride, s.w[i] - subtracted, s.scaled);
            }
            K.addRows(s.z, count, stride, s.w, b);
            K.rankUpdate(s.z, 0, s.scaled, 0, count, stride, a);
        }
    }

    private void scale(float[] z, int at, float by, float[] out) {
        for (int k = at; k < at + stride; k++) {
            out[k] = z[k] * by;
        }
    }

    private void gather(int first, int count, Scratch s) {
        float[] from = y.values();
        for (int i = 0; i < count; i++) {
            System.arraycopy(from, y.offset(matrix.column(first + i)), s.z, i * stride, stride);
            s.w[i] = (float) (als.alpha() * matrix.value(first + i));
        }
    }

    /// Solves with `A` at hand (without its diagonal, above the diagonal only) and `b`.
    private double solveBuilt(int row, Scratch s) {
        float[] a = s.a;
        float[] v = x.values();
        int at = x.offset(row);
        double weights = 0;
        for (int e = matrix.start(row); e < matrix.end(row); e++) {
            weights += als.alpha() * matrix.value(e);
        }
        for (int k = 0; k < stride; k++) {
            a[k * stride + k] += s.d[k];
        }
        if (als.exact()) {
            float[] solution = s.p;
            System.arraycopy(s.b, 0, solution, 0, stride);
            if (!Cholesky.factor(a, stride)) {
                return Double.NaN;
            }
            Cholesky.solve(a, stride, solution);
            System.arraycopy(solution, 0, v, at, stride);
            return weights - K.dot(s.b, 0, solution, 0, stride);
        }
        for (int i = 0; i < stride; i++) {
            for (int j = 0; j < i; j++) {
                a[i * stride + j] = a[j * stride + i];
            }
        }
        System.arraycopy(v, at, s.x, 0, stride);
        K.rowDots(a, stride, stride, s.x, s.ap);
        double value = .5 * K.dot(s.x, 0, s.ap, 0, stride) - K.dot(s.b, 0, s.x, 0, stride);
        for (int k = 0; k < stride; k++) {
            s.r[k] = s.b[k] - s.ap[k];
        }
        value = conjugate(s, value, () -> K.rowDots(a, stride, stride, s.p, s.ap));
        System.arraycopy(s.x, 0, v, at, stride);
        return weights + 2 * value;
    }

    /// Conjugate gradients on the gathered vectors of one row, without building `A`.
    private double descend(int row, Scratch s) {
        int count = matrix.count(row);
        s.room(count);
        gather(matrix.start(row), count, s);
        float subtracted = (float) als.subtracted();
        System.arraycopy(x.values(), x.offset(row), s.x, 0, stride);
        K.rowDots(s.z, count, stride, s.x, s.t);
        double weights = 0;
        double value = 0;
        for (int i = 0; i < count; i++) {
            float w = s.w[i];
            float score = s.t[i];
            weights += w;
            value += score * (.5 * (w - subtracted) * score - w);
            s.t[i] = w - (w - subtracted) * score;
            s.w[i] = w - subtracted;
        }
        for (int k = 0; k < stride; k++) {
            float dx = s.d[k] * s.x[k];
            value += .5 * dx * s.x[k];
            s.r[k] = -dx;
        }
        K.addRows(s.z, count, stride, s.t, s.r);
        value =
                conjugate(
                        s,
                        value,
                        () -> {
                            K.rowDots(s.z, count, stride, s.p, s.t);
                            for (int i = 0; i < count; i++) {
                                s.t[i] *= s.w[i];
                            }
                            for (int k = 0; k < stride; k++) {
                                s.ap[k] = s.d[k] * s.p[k];
                            }
                            K.addRows(s.z, count, stride, s.t, s.ap);
                        });
        System.arraycopy(s.x, 0, x.values(), x.offset(row), stride);
        return weights + 2 * value;
    }

    /// Preconditioned conjugate gradients from `s.x` with residual `s.r`; `product` sets `s.ap = A
    /// s.p`.
    ///
    /// @param value `½ xᵀA x − bᵀx` at the start
    /// @return the same at the end: each step lowers it by half its length times ‖r‖²
    private double conjugate(Scratch s, double value, Runnable product) {
        double rz = 0;
        for (int k = 0; k < stride; k++) {
            float z = s.r[k] * s.inverse[k];
            s.p[k] = z;
            rz += s.r[k] * z;
        }
        double end = value;
        for (int step = 1; step <= als.steps() && rz > 1e-20; step++) {
            product.run();
            double length = rz / K.dot(s.p, 0, s.ap, 0, stride);
            end -= .5 * length * rz;
            K.addScaled((float) length, s.p, 0, s.x, 0, stride);
            if (step == als.steps()) {
                break;
            }
            K.addScaled((float) -length, s.ap, 0, s.r, 0, stride);
            double before = rz;
            rz = 0;
            for (int k = 0; k < stride; k++) {
                float z = s.r[k] * s.inverse[k];
                s.ap[k] = z;
                rz += s.r[k] * z;
            }
            float beta = (float) (rz / before);
            for (int k = 0; k < stride; k++) {
                s.p[k] = s.ap[k] + beta * s.p[k];
            }
        }
        return end;
    }

    /// A thread's working memory.
    private final class Scratch {
        private final float[] a = new float[stride * stride];
        private final float[] b = new float[stride];
        private final float[] d = new float[stride];
        private final float[] inverse = new float[stride];
        private final float[] x = new float[stride];
        private final float[] r = new float[stride];
        private final float[] p = new float[stride];
        private final float[] ap = new float[stride];
        private float[] z = new float[0];
        private float[] scaled = new float[0];
        private float[] w = new float[0];
        private float[] t = new float[0];

        void start(int row) {
            double lambda = als.regularization(matrix.count(row), matrix.columns());
            Arrays.fill(b, 0);
            for (int k = 0; k < stride; k++) {
                d[k] = k < als.rank() ? (float) (diagonal[k] + lambda) : 1;
                inverse[k] = als.preconditioned() && d[k] > 0 ? 1 / d[k] : 1;
            }
        }

        void room(int count) {
            if (w.length < count) {
                int size = Math.max(CHUNK, Integer.highestOneBit(count) * 2);
                z = new float[size * stride];
                scaled = new float[CHUNK * stride];
                w = new float[size];
                t = new float[size];
            }
        }
    }
}
