package segue.core.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.math.Steps;

/// The users or the items of [Warp]: the vector and bias of each is its own plus those of its
/// features, times the features' weights (Kula 2015). All are learned by Adagrad.
///
/// Steps on rows that have no feature in common may be taken at the same time.
final class Embeddings {

    private static final Kernels K = Kernels.BEST;
    private static final Steps S = Steps.BEST;

    private final int rows;
    private final int stride;
    private final SparseMatrix features;

    /// Own vectors first, then those of the features; `table` and `squares` are
    /// `(rows + features) × stride`.
    private final Matrix table;

    private final Matrix squares;
    private final float[] bias;
    private final float[] biasSquares;

    /// A vector somewhere in an array, and its bias. One a thread and purpose.
    static final class View {
        private final float[] own;
        float[] values;
        int at;
        float bias;

        View(int stride) {
            this.own = new float[stride];
            this.values = own;
        }
    }

    /// @param features `rows × features`; weights are scaled so that those of a row add up to 1
    Embeddings(SparseMatrix features, int rank, SplittableRandom random) {
        this.rows = features.rows();
        this.stride = Kernels.padded(rank);
        this.features = scaled(features);
        int all = Math.addExact(rows, features.columns());
        this.table = Positives.uniform(all, rank, stride, random);
        this.squares = Matrix.zeros(all, stride);
        this.bias = new float[all];
        this.biasSquares = new float[all];
        Arrays.fill(squares.values(), 1);
        Arrays.fill(biasSquares, 1);
    }

    private static SparseMatrix scaled(SparseMatrix features) {
        float[] values = features.valueArray().clone();
        for (int row = 0; row < features.rows(); row++) {
            double sum = 0;
            for (int e = features.start(row); e < features.end(row); e++) {
                sum += Math.abs(values[e]);
            }
            for (int e = features.start(row); e < features.end(row) && sum > 0; e++) {
                values[e] /= (float) sum;
            }
        }
        return features.withValues(values);
    }

    int stride() {
        return stride;
    }

    /// Whether rows have features in common, so that steps on them depend on their order.
    boolean shared() {
        return features.entries() > 0;
    }

    /// Draws rows at random from `source`.
    Ahead ahead(SplittableRandom random, int[] source) {
        return new Ahead(random, source, 0, source.length, table.values(), stride);
    }

    /// Points `view` to the vector of a row, or fills it where the vector is a sum.
    void look(int row, View view) {
        view.bias = bias[row];
        if (features.count(row) == 0) {
            view.values = table.values();
            view.at = row * stride;
            return;
        }
        view.values = view.own;
        view.at = 0;
        System.arraycopy(table.values(), row * stride, view.own, 0, stride);
        for (int e = features.start(row); e < features.end(row); e++) {
            int feature = rows + features.column(e);
            float weight = features.value(e);
            K.addScaled(weight, table.values(), feature * stride, view.own, 0, stride);
            view.bias += weight * bias[feature];
        }
    }

    /// One step of Adagrad against `scale · slope`, for the row and its features.
    void step(int row, float[] slope, float scale, float rate, float decay) {
        S.adagrad(
                table.values(), squares.values(), row * stride, slope, stride, scale, rate, decay);
        for (int e = features.start(row); e < features.end(row); e++) {
            int feature = rows + features.column(e);
            S.adagrad(
                    table.values(),
                    squares.values(),
                    feature * stride,
                    slope,
                    stride,
                    scale * features.value(e),
                    rate,
                    decay);
        }
    }

    /// The same for the bias.
    void stepBias(int row, float slope, float rate, float decay) {
        stepOneBias(row, slope, rate, decay);
        for (int e = features.start(row); e < features.end(row); e++) {
            stepOneBias(rows + features.column(e), slope * features.value(e), rate, decay);
        }
    }

    private void stepOneBias(int at, float slope, float rate, float decay) {
        float g = slope + decay * bias[at];
        bias[at] -= rate * g / (float) Math.sqrt(biasSquares[at]);
        biasSquares[at] += g * g;
    }

    /// The vectors of all rows in the end, features included. A row that no sample met has no
    /// vector of its own; what its features say remains.
    ///
    /// @param met whether samples met a row
    Matrix vectors(boolean[] met) {
        Matrix vectors = Matrix.zeros(rows, stride);
        View view = new View(stride);
        for (int row = 0; row < rows; row++) {
            if (!met[row]) {
                Arrays.fill(table.values(), row * stride, (row + 1) * stride, 0);
            }
            look(row, view);
            System.arraycopy(view.values, view.at, vectors.values(), vectors.offset(row), stride);
        }
        return vectors;
    }

    /// The biases of all rows in the end. A row that no sample met gets the mean of the others' own
    /// biases; if it has no features either, the lowest bias there is.
    float[] biases(boolean[] met) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < rows; row++) {
            sum += met[row] ? bias[row] : 0;
            count += met[row] ? 1 : 0;
        }
        float[] biases = new float[rows];
        float lowest = 0;
        View view = new View(stride);
        for (int row = 0; row < rows; row++) {
            if (!met[row]) {
                bias[row] = (float) (sum / Math.max(1, count));
            }
            look(row, view);
            biases[row] = view.bias;
            lowest = Math.min(lowest, view.bias);
        }
        for (int row = 0; row < rows; row++) {
            if (!met[row] && features.count(row) == 0) {
                biases[row] = lowest;
            }
        }
        return biases;
    }
}
