package segue.engine.features;

import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.model.FactorModel;
import segue.core.model.NonNegativeFoldIn;
import segue.core.run.Run;
import segue.core.train.TrainingData;

/// Factorises scaled features: tracks are the users of the model, features its items. Components
/// have length 1 over the features, so that a track's numbers say how much of it each explains.
final class Factors {

    private Factors() {}

    static FactorModel fit(SparseMatrix scaled, ContentNmf settings, Run run) {
        FactorModel raw = (FactorModel) settings.nmf().fit(new TrainingData(scaled), run);
        Matrix tracks = raw.userFactors();
        Matrix features = raw.itemFactors();
        for (int k = 0; k < features.columns(); k++) {
            double squares = 0;
            for (int row = 0; row < features.rows(); row++) {
                squares += (double) features.at(row, k) * features.at(row, k);
            }
            float length = (float) Math.sqrt(squares);
            scale(features, k, length > 0 ? 1 / length : 0);
            scale(tracks, k, length);
        }
        return new FactorModel(tracks, features, new NonNegativeFoldIn(gram(features), 0, 0));
    }

    private static Matrix gram(Matrix features) {
        int rank = features.columns();
        Matrix gram = Matrix.zeros(rank, rank);
        for (int a = 0; a < rank; a++) {
            for (int b = 0; b < rank; b++) {
                double sum = 0;
                for (int row = 0; row < features.rows(); row++) {
                    sum += (double) features.at(row, a) * features.at(row, b);
                }
                gram.values()[gram.offset(a) + b] = (float) sum;
            }
        }
        return gram;
    }

    private static void scale(Matrix matrix, int column, float by) {
        for (int row = 0; row < matrix.rows(); row++) {
            matrix.values()[matrix.offset(row) + column] *= by;
        }
    }

    /// ‖X − WHᵀ‖, by Frobenius.
    static double error(SparseMatrix x, FactorModel model) {
        double sum = 0;
        Matrix w = model.userFactors();
        Matrix h = model.itemFactors();
        for (int row = 0; row < x.rows(); row++) {
            for (int c = 0; c < x.columns(); c++) {
                double rest = x.at(row, c);
                for (int k = 0; k < w.columns(); k++) {
                    rest -= (double) w.at(row, k) * h.at(c, k);
                }
                sum += rest * rest;
            }
        }
        return Math.sqrt(sum);
    }

    /// Rows of length 1; rows of zeros stay.
    static Matrix unit(Matrix matrix) {
        Matrix unit = Matrix.zeros(matrix.rows(), matrix.columns());
        for (int row = 0; row < matrix.rows(); row++) {
            float[] values = unit(matrix.row(row));
            System.arraycopy(values, 0, unit.values(), unit.offset(row), values.length);
        }
        return unit;
    }

    static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float[] unit = vector.clone();
        if (squares > 0) {
            for (int k = 0; k < unit.length; k++) {
                unit[k] /= (float) Math.sqrt(squares);
            }
        }
        return unit;
    }
}
