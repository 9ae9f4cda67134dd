package segue.engine.tune;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.engine.train.Trained;

/// What a tuning found.
///
/// @param algorithm the algorithm that is recommended
/// @param settings all its settings
/// @param changed the settings that were searched, as one writes them after `--set`
/// @param weighting how plays become weights
/// @param seed the seed of everything
/// @param validation the best, judged inside the data to learn from
/// @param test metrics on the test part, touched once; empty if there is none
/// @param model the model trained on everything; empty where there is no library
/// @param finals the best few, judged on several splits, the best first; empty if no trial had all
///   of its effort
/// @param best the best trials with full effort on one split, the best first
/// @param algorithms the best trial of each algorithm, the best first
/// @param trials how many trials there are, those of earlier runs included
/// @param remembered how many of them earlier runs had made
/// @param seconds time taken, that of earlier runs included
/// @param journal the file with all trials
/// @param notes what was left out, for people
public record TuneResult(
        String algorithm,
        Map<String, Object> settings,
        Map<String, String> changed,
        String weighting,
        long seed,
        Line validation,
        Map<String, Double> test,
        Optional<Trained> model,
        List<Line> finals,
        List<Line> best,
        List<Line> algorithms,
        int trials,
        int remembered,
        double seconds,
        String journal,
        List<String> notes) {

    /// A trial in a table.
    ///
    /// @param settings what differs from the defaults, in words
    /// @param share of the full effort
    /// @param splits on how many inner splits it was judged; figures are means
    /// @param ndcg NDCG at 10 on the validation part
    /// @param coverage share of the items that reached at least one list of 10
    /// @param trainSeconds seconds by the clock to train
    /// @param front whether no other line of its table has both more accuracy and more coverage
    public record Line(
            String algorithm,
            String settings,
            double share,
            int splits,
            double ndcg,
            double coverage,
            double trainSeconds,
            boolean front) {}
}
