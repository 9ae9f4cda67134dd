package segue.core.train;

import java.util.SplittableRandom;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.model.FactorModel;
import segue.core.model.Model;
import segue.core.model.ProjectionFoldIn;
import segue.core.run.Run;

/// Knows nothing: every listener gets items in an order of their own, drawn at random. What any
/// other algorithm must beat.
///
/// @param rank numbers in a vector: the more, the less orders of different users have in common
public record Random(int rank) implements Algorithm {

    public static final Random DEFAULTS = new Random(32);

    public Random {
        Check.that(rank >= 1 && rank <= 2048, "rank must be 1..2048, is %s", rank);
    }

    @Override
    public Model fit(TrainingData data, Run run) {
        return new FactorModel(
                draw(data.matrix().rows(), run.random("random users")),
                draw(data.matrix().columns(), run.random("random items")),
                new ProjectionFoldIn(SparseMatrix.empty(data.matrix().columns(), rank)));
    }

    private Matrix draw(int rows, SplittableRandom random) {
        Matrix drawn = Matrix.zeros(rows, rank);
        for (int i = 0; i < drawn.values().length; i++) {
            drawn.values()[i] = (float) random.nextGaussian();
        }
        return drawn;
    }
}
