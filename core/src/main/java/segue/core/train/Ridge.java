package segue.core.train;

import segue.core.math.Cholesky;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// Linear ridge regression (Hoerl and Kennard 1970) in closed form: the matrix `B` that minimises
/// `Σ trust_i ‖t_i − B x_i‖² + regularization ‖B‖²`, targets taken around their mean. Solves for
/// inputs or for items, whichever are fewer: `min(inputs, items)³ / 3` flops.
///
/// @param regularization λ, pulls predictions towards the mean
public record Ridge(double regularization) implements Predictor {

    private static final Kernels K = Kernels.BEST;

    public Ridge {
        Check.that(regularization > 0, "regularization must be above 0, is %s", regularization);
    }

    @Override
    public Matrix predict(SparseMatrix inputs, Matrix targets, float[] trust, Run run) {
        Trusted known = Trusted.of(inputs, targets, trust);
        return inputs.columns() <= known.size()
                ? byInputs(inputs, known, run)
                : new Likenesses(inputs, known.size(), (_, _, dot) -> dot)
                        .predict(known, regularization, run);
    }

    private Matrix byInputs(SparseMatrix inputs, Trusted known, Run run) {
        int n = inputs.columns();
        int rank = known.mean().length;
        float[] trust = new float[inputs.rows()];
        float[] around = new float[inputs.rows() * rank];
        for (int place = 0; place < known.size(); place++) {
            trust[known.row(place)] = known.trust(place);
            System.arraycopy(known.around(place), 0, around, known.row(place) * rank, rank);
        }
        float[] gram = new float[n * n];
        float[] b = new float[n * rank];
        SparseMatrix byInput = inputs.transpose();
        Parallel.rows(
                n,
                16,
                run,
                () ->
                        (from, to) -> {
                            for (int input = from; input < to; input++) {
                                row(inputs, byInput, input, trust, around, gram, b);
                            }
                        });
        for (int i = 0; i < n; i++) {
            gram[i * n + i] += (float) regularization;
        }
        Likenesses.factor(gram, n);
        Cholesky.solveAll(gram, n, b, rank);
        Matrix predicted = Likenesses.means(inputs.rows(), known.mean());
        for (int item = 0; item < inputs.rows(); item++) {
            int at = predicted.offset(item);
            for (int e = inputs.start(item); e < inputs.end(item); e++) {
                K.addScaled(
                        inputs.value(e), b, inputs.column(e) * rank, predicted.values(), at, rank);
            }
        }
        return predicted;
    }

    /// One row of `XᵀTX` and of `XᵀT targets`.
    private static void row(
            SparseMatrix inputs,
            SparseMatrix byInput,
            int input,
            float[] trust,
            float[] around,
            float[] gram,
            float[] b) {
        int n = inputs.columns();
        int rank = b.length / n;
        for (int e = byInput.start(input); e < byInput.end(input); e++) {
            int item = byInput.column(e);
            float weight = trust[item] * byInput.value(e);
            if (weight != 0) {
                for (int other = inputs.start(item); other < inputs.end(item); other++) {
                    gram[input * n + inputs.column(other)] += weight * inputs.value(other);
                }
                K.addScaled(weight, around, item * rank, b, input * rank, rank);
            }
        }
    }
}
