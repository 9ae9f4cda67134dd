package segue.core.eval;

import java.util.BitSet;
import segue.core.data.Split;
import segue.core.data.Weighting;
import segue.core.math.SparseMatrix;
import segue.core.model.Model;
import segue.core.model.Rankings;
import segue.core.model.Want;
import segue.core.run.Run;
import segue.core.train.Algorithm;
import segue.core.train.TrainingData;

/// Trains on one part and ranks the whole catalogue for every user of the other: all items that
/// train contains, the user's own train items left out. Nothing is sampled.
///
/// @param algorithm what to train
/// @param weighting how the counts of train are weighed
/// @param k the length of the lists
public record Evaluation(Algorithm algorithm, Weighting weighting, int k) {

    public Evaluation {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, is " + k);
        }
    }

    /// @throws IllegalArgumentException if no user has both a history and a test item
    public Report run(Split split, Run run) {
        long started = System.nanoTime();
        SparseMatrix train = split.train();
        SparseMatrix weighed = weighting.fit(train).apply(train);
        Model model = algorithm.fit(new TrainingData(weighed), run);
        long trained = System.nanoTime();
        BitSet unseen = unseen(train);
        Rankings rankings = model.recommendAll(weighed, Want.top(k).withBanned(unseen), run);
        long ranked = System.nanoTime();
        return judge(
                rankings,
                split,
                train.columns() - unseen.cardinality(),
                (trained - started) / 1e9,
                (ranked - trained) / 1e9);
    }

    private static BitSet unseen(SparseMatrix train) {
        BitSet unseen = new BitSet(train.columns());
        unseen.set(0, train.columns());
        for (int column : train.columnArray()) {
            unseen.clear(column);
        }
        return unseen;
    }

    private Report judge(
            Rankings rankings, Split split, int rankable, double trainSeconds, double rankSeconds) {
        double[] sum = new double[4];
        int users = 0;
        BitSet shown = new BitSet();
        for (int user = 0; user < split.test().rows(); user++) {
            int relevant = split.test().count(user) + split.unrankable().of(user);
            if (relevant == 0 || split.train().count(user) == 0) {
                continue;
            }
            users++;
            boolean[] hit = new boolean[rankings.size(user)];
            for (int i = 0; i < hit.length; i++) {
                hit[i] = split.test().contains(user, rankings.item(user, i));
                shown.set(rankings.item(user, i));
            }
            Metrics metrics = Metrics.of(hit, k, relevant);
            sum[0] += metrics.precision();
            sum[1] += metrics.recall();
            sum[2] += metrics.averagePrecision();
            sum[3] += metrics.ndcg();
        }
        if (users == 0) {
            throw new IllegalArgumentException(
                    "nobody to test on: no user has both train and test items");
        }
        Metrics mean = new Metrics(sum[0] / users, sum[1] / users, sum[2] / users, sum[3] / users);
        double coverage = (double) shown.cardinality() / rankable;
        return new Report(k, users, mean, coverage, trainSeconds, rankSeconds);
    }
}
