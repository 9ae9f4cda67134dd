package segue.core.eval;

import segue.core.data.Split;
import segue.core.math.SparseMatrix;
import segue.core.model.Model;
import segue.core.model.Taste;
import segue.core.run.Run;
import segue.core.train.Mf;
import segue.core.train.Ratings;
import segue.core.train.TrainingData;

/// Trains on the counts of one part and predicts the ratings of the cells of the other.
///
/// @param algorithm what to train; its target is what is predicted
public record RatingEvaluation(Mf algorithm) {

    /// @throws IllegalArgumentException if the test part is empty
    public RatingReport run(Split split, Run run) {
        SparseMatrix train = split.train();
        SparseMatrix test = split.test();
        if (test.entries() == 0) {
            throw new IllegalArgumentException("nothing to predict: the test part is empty");
        }
        Model model = algorithm.fit(new TrainingData(train), run);
        Ratings ratings = Ratings.of(train, algorithm.target());
        Ratings.Biases biases = ratings.biases();
        Sums mean = new Sums();
        Sums baseline = new Sums();
        Sums predicted = new Sums();
        float[] scores = new float[train.columns()];
        for (int user = 0; user < test.rows(); user++) {
            if (test.count(user) == 0) {
                continue;
            }
            model.score(Taste.ofUser(user, train.row(user)), scores);
            for (int e = test.start(user); e < test.end(user); e++) {
                int item = test.column(e);
                double rating = ratings.rating(test.value(e));
                double bias = (double) biases.ofUser().at(0, user) + biases.ofItem().at(0, item);
                mean.add(ratings.rating(0.0) - rating);
                baseline.add(ratings.rating(bias) - rating);
                predicted.add(scores[item] - rating);
            }
        }
        return new RatingReport(
                test.entries(), mean.errors(), baseline.errors(), predicted.errors());
    }

    private static final class Sums {
        private int count;
        private double squares;
        private double absolute;

        void add(double error) {
            count++;
            squares += error * error;
            absolute += Math.abs(error);
        }

        RatingReport.Errors errors() {
            return new RatingReport.Errors(Math.sqrt(squares / count), absolute / count);
        }
    }
}
