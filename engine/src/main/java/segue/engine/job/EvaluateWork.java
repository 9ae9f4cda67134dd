package segue.engine.job;

import java.util.List;
import java.util.Optional;
import segue.core.run.Run;
import segue.engine.Segue;
import segue.engine.evaluate.EvaluateRequest;
import segue.engine.evaluate.TestData;
import segue.engine.train.TrainRequest;
import segue.library.Items;
import segue.library.Rows;
import segue.library.Selection;

/// Compares algorithms with a part of the library held out.
///
/// @param algorithms `als`, `als/rank=64`, `all`
/// @param ks the lengths of the lists
/// @param holdout the share of each listener's items that is tested
public record EvaluateWork(
        List<String> algorithms, Rows of, Items on, List<Integer> ks, double holdout, long seed)
        implements Work {

    static final EvaluateWork DEFAULTS =
            new EvaluateWork(List.of(), Rows.LISTENERS, Items.ARTISTS, List.of(10), .2, 42);

    public EvaluateWork {
        algorithms = List.copyOf(algorithms);
        ks = ks.stream().sorted().toList();
    }

    EvaluateWork checked() {
        if (algorithms.isEmpty()) {
            throw new IllegalArgumentException("'algorithms' is missing");
        }
        TestData.Parts.share(holdout);
        request();
        return this;
    }

    private EvaluateRequest request() {
        TrainRequest like =
                TrainRequest.DEFAULTS.withSelection(Selection.DEFAULTS.withRows(of).withItems(on));
        return new EvaluateRequest(
                EvaluateRequest.Candidate.parse(algorithms, like),
                ks,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public String title() {
        return "Evaluate " + String.join(", ", algorithms);
    }

    @Override
    public Object run(Segue segue, Run run, Teller teller) {
        return segue.evaluate(TestData.Parts.share(holdout), request(), run);
    }
}
