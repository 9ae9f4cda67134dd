package segue.core.eval;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import segue.core.data.Features;
import segue.core.data.Split;
import segue.core.data.Weighting;
import segue.core.data.Weights;
import segue.core.math.SparseMatrix;
import segue.core.model.Model;
import segue.core.model.Rankings;
import segue.core.model.Want;
import segue.core.run.Run;
import segue.core.train.Algorithm;
import segue.core.train.TrainingData;

/// Trains on one part and ranks the whole catalogue for every user of the other: all candidates of
/// the split, what the user is known to have left out. Nothing is sampled. It takes an algorithm
/// and never a model, so what is tested cannot have been learned from.
///
/// @param algorithm what to train
/// @param weighting how the counts of train are weighed
/// @param ks the lengths of the lists, ascending
/// @param auc whether the area under the ROC curve is measured too: it takes the scores of all
///   items
///   for all users
public record Evaluation(Algorithm algorithm, Weighting weighting, List<Integer> ks, boolean auc) {

    public Evaluation {
        ks = List.copyOf(ks);
        if (ks.isEmpty() || ks.getFirst() < 1) {
            throw new IllegalArgumentException("k must be at least 1, is " + ks);
        }
        for (int i = 1; i < ks.size(); i++) {
            if (ks.get(i) <= ks.get(i - 1)) {
                throw new IllegalArgumentException("several k must ascend: " + ks);
            }
        }
    }

    /// Lists of one length.
    public Evaluation(Algorithm algorithm, Weighting weighting, int k) {
        this(algorithm, weighting, List.of(k), false);
    }

    /// @throws IllegalArgumentException if no user has both a history and a test item
    public Report run(Split split, Run run) {
        return run(List.of(split), run);
    }

    /// Nothing is known besides.
    ///
    /// @param splits may be made when they are asked for; only one is held at a time
    public Report run(List<Split> splits, Run run) {
        return run(splits, Features.none(splits.getFirst()), run);
    }

    /// Of several splits (folds), each user's metrics are averaged; seconds are added up.
    ///
    /// @param splits may be made when they are asked for; only one is held at a time
    /// @param features of the users and items that were parted; what users say of items that are
    ///   held out from them is withheld
    public Report run(List<Split> splits, Features features, Run run) {
        List<Judge.Judged> judged = new ArrayList<>();
        double[] seconds = new double[3];
        for (Split split : splits) {
            judged.add(judge(split, features, seconds, run));
        }
        long started = System.nanoTime();
        Report report = Pooled.report(ks, judged, run);
        return new Report(
                ks,
                report.metrics(),
                report.groups(),
                report.scores(),
                report.rankable(),
                seconds[0],
                seconds[1],
                seconds[2] + since(started));
    }

    private Judge.Judged judge(Split split, Features features, double[] seconds, Run run) {
        Judge judge = new Judge(split, ks, auc);
        long started = System.nanoTime();
        Weights weights = weighting.fit(split.train());
        SparseMatrix weighed = weights.apply(split.train());
        Model model = algorithm.fit(new TrainingData(weighed, features.trainOf(split)), run);
        seconds[0] += since(started);
        started = System.nanoTime();
        BitSet banned = (BitSet) split.candidates().clone();
        banned.flip(0, split.train().columns());
        Want want = Want.top(ks.getLast()).withBanned(banned);
        SparseMatrix histories = split.strangers() ? weights.apply(split.shown()) : weighed;
        Rankings rankings =
                split.strangers()
                        ? model.recommendNew(histories, want, run)
                        : model.recommendAll(histories, want, run);
        seconds[1] += since(started);
        started = System.nanoTime();
        Judge.Judged judged = judge.judge(model, histories, rankings, run);
        seconds[2] += since(started);
        return judged;
    }

    private static double since(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
