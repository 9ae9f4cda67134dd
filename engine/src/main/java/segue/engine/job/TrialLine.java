package segue.engine.job;

import java.util.Map;
import java.util.Optional;
import segue.core.tune.Trial;

/// A trial of a tuning as a table shows it.
///
/// @param number from 1
/// @param settings those that were tried, with the weighting
/// @param share how much of the full effort was spent
public record TrialLine(
        int number,
        String algorithm,
        Map<String, String> settings,
        double share,
        int split,
        double ndcg,
        double coverage,
        double seconds,
        Optional<String> problem) {

    static TrialLine of(int number, Trial trial) {
        return new TrialLine(
                number,
                trial.candidate().algorithm(),
                trial.candidate().settings(),
                trial.share(),
                trial.split(),
                trial.ndcg(),
                trial.coverage(),
                trial.seconds(),
                Optional.of(trial.problem()).filter(problem -> !problem.isEmpty()));
    }
}
