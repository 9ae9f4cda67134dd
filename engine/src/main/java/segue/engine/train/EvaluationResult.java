package segue.engine.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import segue.core.eval.Report;

/// How well an algorithm ranks what it has not seen.
///
/// @param settings all its settings
/// @param metrics by name and length of list: "precision@10", "recall@10", "map@10", "ndcg@10",
///   "coverage@10"
/// @param trainSeconds seconds by the clock to train
/// @param rankSeconds seconds by the clock to rank the whole catalogue for everybody
/// @param users how many users the metrics are averaged over
/// @param items how many items were ranked
/// @param trainCells cells learned from
/// @param testCells cells held out
/// @param notes what was left out of the test, for people
public record EvaluationResult(
        String algorithm,
        Map<String, Object> settings,
        String weighting,
        long seed,
        int k,
        SequencedMap<String, Double> metrics,
        double trainSeconds,
        double rankSeconds,
        int users,
        int items,
        int trainCells,
        int testCells,
        List<String> notes) {

    static SequencedMap<String, Double> metrics(Report report) {
        SequencedMap<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("precision@" + report.k(), report.mean().precision());
        metrics.put("recall@" + report.k(), report.mean().recall());
        metrics.put("map@" + report.k(), report.mean().averagePrecision());
        metrics.put("ndcg@" + report.k(), report.mean().ndcg());
        metrics.put("coverage@" + report.k(), report.coverage());
        return metrics;
    }
}
