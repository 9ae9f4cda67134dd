package segue.engine.train;

import java.util.ArrayList;
import java.util.List;
import segue.core.data.Split;
import segue.core.eval.Evaluation;
import segue.core.eval.Report;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.Library;

/// Trains on one part of the data and judges the rankings by the other. Saves nothing.
public final class Evaluator {

    private Evaluator() {}

    /// Evaluates on a library, a share of it held out.
    public static EvaluationResult onLibrary(
            Library library, TrainRequest request, TestData.Holdout holdout, int k, Run run) {
        Split split =
                Split.random(
                        library.interactions(request.selection(), run).matrix(),
                        holdout.share(),
                        run.random("split"));
        if (split.test().entries() == 0) {
            throw new SegueException.NotFound(
                    "There is nothing to test on: nobody has enough items for %.0f %% of them to be held out."
                            .formatted(holdout.share() * 100));
        }
        return evaluate(request, split, List.of(), k, run);
    }

    /// Evaluates on two plain files.
    public static EvaluationResult onFiles(
            TestData.Files files, TrainRequest request, int k, Run run) {
        FileSplit split = FileSplit.read(files, run);
        return evaluate(request, split.split(), split.notes(), k, run);
    }

    private static EvaluationResult evaluate(
            TrainRequest request, Split split, List<String> notes, int k, Run run) {
        Report report = new Evaluation(request.build(), request.weighting(), k).run(split, run);
        return new EvaluationResult(
                request.algorithm(),
                request.allSettings(),
                request.weighting().spelled(),
                run.seed(),
                k,
                EvaluationResult.metrics(report),
                report.trainSeconds(),
                report.rankSeconds(),
                report.users(),
                split.train().columns(),
                split.train().entries(),
                split.test().entries(),
                new ArrayList<>(notes));
    }
}
