package segue.engine.tune;

import java.util.SequencedMap;
import segue.core.tune.Candidate;
import segue.core.tune.Trial;

/// A line of a [TuningJournal]: a finished trial.
///
/// @param elapsed seconds the whole tuning had taken by then
/// @param ndcg absent if the training failed
record JournalEntry(
        String algorithm,
        SequencedMap<String, String> settings,
        double share,
        int split,
        double ndcg,
        double coverage,
        double trainSeconds,
        double seconds,
        double elapsed,
        String problem) {

    static JournalEntry of(Trial trial, double elapsed) {
        boolean failed = !trial.problem().isEmpty();
        return new JournalEntry(
                trial.candidate().algorithm(),
                trial.candidate().settings(),
                trial.share(),
                trial.split(),
                failed ? 0 : trial.ndcg(),
                trial.coverage(),
                trial.trainSeconds(),
                trial.seconds(),
                elapsed,
                trial.problem());
    }

    Trial trial() {
        return new Trial(
                new Candidate(algorithm, settings),
                share,
                split,
                problem.isEmpty() ? ndcg : Double.NaN,
                coverage,
                trainSeconds,
                seconds,
                problem);
    }
}
