package segue.engine.evaluate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import segue.core.eval.Comparison;
import segue.core.eval.Estimate;
import segue.core.eval.Group;
import segue.core.eval.Report;

/// How well an algorithm ranks what it has not seen.
///
/// @param algorithm its name
/// @param label what it is called in tables
/// @param settings all its settings
/// @param k the length of list that models are compared at
/// @param metrics by name and length of list: "precision@10", "ndcg@10", …
/// @param intervals the 95 % bootstrap interval of each metric that is a mean over users
/// @param groups the metrics of light, medium and heavy listeners
/// @param trainSeconds seconds by the clock to train
/// @param rankSeconds seconds by the clock to rank the whole catalogue for everybody
/// @param judgeSeconds seconds by the clock to measure the rankings
/// @param users how many users the metrics are averaged over
/// @param items how many items were ranked
/// @param trainCells cells learned from
/// @param testCells cells held out
/// @param toBest how it differs from the best; empty where it was evaluated alone
/// @param notes what was left out of the test, for people
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EvaluationResult(
        String algorithm,
        String label,
        Map<String, Object> settings,
        String weighting,
        long seed,
        int k,
        SequencedMap<String, Double> metrics,
        SequencedMap<String, List<Double>> intervals,
        List<Group> groups,
        double trainSeconds,
        double rankSeconds,
        double judgeSeconds,
        int users,
        int items,
        long trainCells,
        long testCells,
        Optional<ToBest> toBest,
        List<String> notes) {

    /// The difference to the best model, user by user, in NDCG at [#k].
    ///
    /// @param best whether this is the best
    /// @param difference mean difference, negative where the best is better
    /// @param low the lower end of its 95 % bootstrap interval
    /// @param high the upper end
    /// @param p of a paired randomisation test, adjusted (Holm) for the number of models
    /// @param withinNoise whether chance explains the difference
    public record ToBest(
            boolean best,
            double difference,
            double low,
            double high,
            double p,
            boolean withinNoise) {

        static ToBest of(Comparison comparison, boolean best) {
            Estimate difference = comparison.difference();
            return new ToBest(
                    best,
                    difference.mean(),
                    difference.low(),
                    difference.high(),
                    comparison.p(),
                    !comparison.significant());
        }
    }

    /// A metric, NaN where it was not measured.
    public double metric(String name) {
        return metrics.getOrDefault(name, Double.NaN);
    }

    EvaluationResult withToBest(ToBest other) {
        return new EvaluationResult(
                algorithm,
                label,
                settings,
                weighting,
                seed,
                k,
                metrics,
                intervals,
                groups,
                trainSeconds,
                rankSeconds,
                judgeSeconds,
                users,
                items,
                trainCells,
                testCells,
                Optional.of(other),
                notes);
    }

    static SequencedMap<String, Double> metrics(Report report) {
        SequencedMap<String, Double> metrics = new LinkedHashMap<>();
        report.metrics()
                .forEach(
                        (name, estimate) -> {
                            if (!Double.isNaN(estimate.mean())) {
                                metrics.put(name, estimate.mean());
                            }
                        });
        return metrics;
    }

    static SequencedMap<String, List<Double>> intervals(Report report) {
        SequencedMap<String, List<Double>> intervals = new LinkedHashMap<>();
        report.metrics()
                .forEach(
                        (name, estimate) -> {
                            if (estimate.hasInterval()) {
                                intervals.put(name, List.of(estimate.low(), estimate.high()));
                            }
                        });
        return intervals;
    }
}
