package segue.engine.demo;

import java.util.List;
import segue.engine.evaluate.EvaluationResult;
import segue.engine.recommend.Recommendation;
import segue.engine.train.Trained;
import segue.library.ImportReport;

/// Everything a demonstration showed.
///
/// @param library the folder of its library
/// @param evaluations `popular`, then `als`
/// @param recommendations for two listeners
/// @param similar to the most famous artist
public record DemoReport(
        String library,
        long seed,
        int listeners,
        int artists,
        ImportReport imported,
        List<EvaluationResult> evaluations,
        Trained trained,
        List<Recommendation> recommendations,
        Recommendation similar) {}
