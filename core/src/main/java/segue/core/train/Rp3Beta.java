package segue.core.train;

import segue.core.math.SparseMatrix;
import segue.core.model.Model;
import segue.core.model.NeighbourModel;
import segue.core.run.Run;

/// Random walks of three steps on the graph of users and items, user → item → user → item, with
/// popular items held down (Paudel, Christoffel, Newell, Bernstein 2016, RP³β). The last two steps
/// are links between items, `P_iuᵅ P_ujᵅ / popularity(j)ᵝ`; the first is the history.
///
/// @param alpha exponent of each step's probability; below 1 evens them out
/// @param beta exponent of the popularity that a link is divided by
/// @param neighbours links kept an item
public record Rp3Beta(double alpha, double beta, int neighbours) implements Algorithm {

    public static final Rp3Beta DEFAULTS = new Rp3Beta(.6, .4, 500);

    public Rp3Beta {
        if (!(alpha >= 0) || !(beta >= 0) || neighbours < 1) {
            throw new IllegalArgumentException(
                    "rp3beta needs alpha ≥ 0, beta ≥ 0, neighbours ≥ 1; has %s, %s, %d"
                            .formatted(alpha, beta, neighbours));
        }
    }

    @Override
    public Model fit(TrainingData data, Run run) {
        SparseMatrix byUser = data.matrix();
        SparseMatrix byItem = byUser.transpose();
        double[] penalty = new double[byItem.rows()];
        for (int item = 0; item < penalty.length; item++) {
            penalty[item] = Math.pow(Math.max(1, byItem.count(item)), beta);
        }
        SparseMatrix links =
                Overlaps.topLinks(
                        steps(byItem),
                        steps(byUser),
                        neighbours,
                        (item, other, dot, shared) -> (float) (dot / penalty[other]),
                        run);
        return new NeighbourModel(byUser.rows(), links);
    }

    /// The probability of each step from a row, to the power of alpha.
    private SparseMatrix steps(SparseMatrix matrix) {
        float[] values = new float[matrix.entries()];
        for (int row = 0; row < matrix.rows(); row++) {
            double sum = 0;
            for (int e = matrix.start(row); e < matrix.end(row); e++) {
                sum += matrix.value(e);
            }
            for (int e = matrix.start(row); e < matrix.end(row); e++) {
                values[e] = (float) Math.pow(matrix.value(e) / sum, alpha);
            }
        }
        return matrix.withValues(values);
    }
}
