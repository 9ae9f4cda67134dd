package segue.core.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// How well a model ranked.
///
/// @param ks the lengths of the lists, ascending
/// @param metrics by name ("ndcg@10"): those of [Metric], "auc" where it was asked for, and of the
///   catalogue "coverage@10" (share of the ranked items that reached a list), "gini@10" (how
///   unevenly they were shown), "popularity-bias@10" (mean popularity of the lists over that of
///   the histories), "share-head@10", … (share of all places)
/// @param groups light, medium and heavy users
/// @param scores every metric of every user
/// @param rankable how many items were ranked
/// @param trainSeconds seconds by the clock to train
/// @param rankSeconds seconds by the clock to rank the whole catalogue for all users
/// @param judgeSeconds seconds by the clock to measure the rankings
public record Report(
        List<Integer> ks,
        SequencedMap<String, Estimate> metrics,
        List<Group> groups,
        UserScores scores,
        int rankable,
        double trainSeconds,
        double rankSeconds,
        double judgeSeconds) {

    public Report {
        ks = List.copyOf(ks);
        groups = List.copyOf(groups);
        metrics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metrics));
    }

    /// How many users were tested.
    public int users() {
        return scores.size();
    }

    /// The mean of a metric.
    ///
    /// @throws IllegalArgumentException if it was not measured
    public double mean(String metric) {
        Estimate estimate = metrics.get(metric);
        if (estimate == null) {
            throw new IllegalArgumentException(
                    "'%s' was not measured; there are %s"
                            .formatted(metric, String.join(", ", metrics.keySet())));
        }
        return estimate.mean();
    }
}
