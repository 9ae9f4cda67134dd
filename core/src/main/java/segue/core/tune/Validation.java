package segue.core.tune;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import segue.core.data.Split;
import segue.core.data.Weighting;
import segue.core.eval.Evaluation;
import segue.core.eval.Report;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.core.train.Algorithm;
import segue.core.train.Settings;

/// Tries candidates inside the data to learn from: a share of each user's items is held out, the
/// same for all candidates. Whatever is kept for the final test must not be in that data.
/// Thread-safe.
public final class Validation {

    /// Share of each user's items that is held out.
    private static final double HOLDOUT = .2;

    private static final int K = 10;
    private static final String ITERATIONS = "iterations";

    private final Split split;

    /// @param counts what may be learned from, `users × items`
    /// @throws SegueException.NotFound if nobody has enough items
    public Validation(SparseMatrix counts, Run run) {
        this.split = Split.random(counts, HOLDOUT, run.random("tune"));
        if (split.test().entries() == 0) {
            throw new SegueException.NotFound(
                    "There is nothing to validate on: nobody has 5 items or more.");
        }
    }

    /// How many steps of effort pay for an algorithm: iterations are cheap to cut short, while half
    /// the users teach other settings than all do.
    public static int rungs(String algorithm) {
        return isIterative(Candidate.defaults(algorithm)) ? 3 : 2;
    }

    private static boolean isIterative(Candidate candidate) {
        return Settings.of((Record) candidate.build()).containsKey(ITERATIONS);
    }

    /// Trains a candidate with a share of its iterations or, where it has none, on a share of the
    /// users, and judges its rankings. A training that fails is a trial with a problem.
    ///
    /// @throws SegueException.Cancelled if the run was stopped
    public Trial judge(Candidate candidate, double share, Run run) {
        long started = System.nanoTime();
        try {
            Report report = report(candidate, share, run);
            return new Trial(
                    candidate,
                    share,
                    report.mean().ndcg(),
                    report.coverage(),
                    report.trainSeconds(),
                    since(started),
                    "");
        } catch (SegueException.Cancelled e) {
            throw e;
        } catch (SegueException | IllegalArgumentException e) {
            return failed(candidate, share, started, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError _) {
            return failed(candidate, share, started, "not enough memory");
        }
    }

    private Report report(Candidate candidate, double share, Run run) {
        boolean iterative = isIterative(candidate);
        Algorithm algorithm = iterative ? shortened(candidate, share) : candidate.build();
        Split data = share < 1 && !iterative ? split.thinned(share, run.random("thinned")) : split;
        Weighting weighting = candidate.weighting().orElseGet(algorithm::weighting);
        return new Evaluation(algorithm, weighting, K).run(data, run);
    }

    private static Algorithm shortened(Candidate candidate, double share) {
        Map<String, Object> full = Settings.of((Record) candidate.build());
        int iterations = ((Number) full.getOrDefault(ITERATIONS, 1)).intValue();
        SequencedMap<String, String> settings = new LinkedHashMap<>(candidate.settings());
        settings.put(ITERATIONS, Long.toString(Math.max(1, Math.round(share * iterations))));
        return new Candidate(candidate.algorithm(), settings).build();
    }

    private static Trial failed(Candidate candidate, double share, long started, String problem) {
        return new Trial(candidate, share, Double.NaN, 0, 0, since(started), problem);
    }

    private static double since(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
