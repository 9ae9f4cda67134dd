package segue.core.train;

import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.model.Model;
import segue.core.model.PopularityModel;
import segue.core.run.Run;

/// Ranks items by how many users have them.
public record Popular() implements Algorithm {

    public static final Popular DEFAULTS = new Popular();

    @Override
    public Model fit(TrainingData data, Run run) {
        SparseMatrix matrix = data.matrix();
        float[] users = new float[matrix.columns()];
        for (int e = 0; e < matrix.entries(); e++) {
            users[matrix.column(e)]++;
        }
        return new PopularityModel(matrix.rows(), new Matrix(1, users.length, users));
    }
}
