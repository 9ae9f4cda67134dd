package segue.core.tune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import segue.core.data.Features;
import segue.core.data.Split;
import segue.core.data.Weighting;
import segue.core.eval.Evaluation;
import segue.core.eval.Report;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.core.train.Algorithm;
import segue.core.train.Als;
import segue.core.train.Settings;

/// Tries candidates inside the data to learn from: a share of each user's items is held out, the
/// same for all candidates. There are several such splits, so that chance in one does not choose.
/// Whatever is kept for the final test must not be in that data. Thread-safe.
///
/// ALS goes on with more effort from where it stopped with less, which changes no figure.
public final class Validation {

    /// Share of each user's items that is held out: little, since the best settings depend on how
    /// much there is to learn from.
    private static final double HOLDOUT = .1;

    /// The share where most users have so few items that [#HOLDOUT] of them is none.
    private static final double HOLDOUT_OF_FEW = .2;

    private static final int K = 10;

    /// Iterations after which candidates can be told apart: ALS after 2 of 15 prefers quite other
    /// settings than after 5.
    private static final int LEAST = 5;

    /// The problem of a trial that ran out of memory: alone it may not.
    public static final String NO_MEMORY = "not enough memory";

    private static final String ITERATIONS = "iterations";

    private final SparseMatrix counts;
    private final Features features;
    private final Run run;
    private final Begun begun;
    private final double holdout;
    private final Map<Integer, Split> splits = new ConcurrentHashMap<>();

    /// @param counts what may be learned from, `users × items`
    /// @param features what else may be known of users and items; of items held out from them,
    ///   users have said nothing
    /// @param memory bytes that may be kept between trials
    /// @throws SegueException.NotFound if nobody has enough items
    public Validation(SparseMatrix counts, Features features, long memory, Run run) {
        this.counts = counts;
        this.features = features;
        this.run = run;
        this.begun = new Begun(memory);
        this.holdout = holdout(counts);
        if (split(0).test().entries() == 0) {
            throw new SegueException.NotFound(
                    "There is nothing to validate on: nobody has 5 items or more.");
        }
    }

    private static double holdout(SparseMatrix counts) {
        long tested =
                IntStream.range(0, counts.rows())
                        .filter(user -> counts.count(user) * HOLDOUT >= 1)
                        .count();
        return tested >= .5 * counts.rows() ? HOLDOUT : HOLDOUT_OF_FEW;
    }

    private Split split(int number) {
        return splits.computeIfAbsent(
                number,
                _ ->
                        Split.random(
                                counts,
                                holdout,
                                run.random(number == 0 ? "tune" : "tune " + number)));
    }

    /// How many steps of effort pay for an algorithm: as many as leave the lowest some iterations.
    /// A ninth of the users would teach other settings than all do, so without iterations it is
    /// two.
    public static int rungs(String algorithm) {
        int iterations = iterations(Candidate.defaults(algorithm));
        int rungs = 2;
        while (rungs < Search.MOST_RUNGS && iterations >= LEAST * Math.pow(3, rungs)) {
            rungs++;
        }
        return rungs;
    }

    /// The iterations of a candidate; 0 if the algorithm has none.
    private static int iterations(Candidate candidate) {
        return switch (Settings.of((Record) candidate.build()).get(ITERATIONS)) {
            case Integer number -> number;
            case null, default -> 0;
        };
    }

    /// Trains a candidate with a share of its iterations or, where it has none, on a share of the
    /// users, and judges its rankings. A training that fails is a trial with a problem.
    ///
    /// @param split on which of the inner splits
    /// @param part the run of this trial: its threads, and whether it should stop
    /// @throws SegueException.Cancelled if the run was stopped
    public Trial judge(Candidate candidate, double share, int split, Run part) {
        long started = System.nanoTime();
        try {
            Report report = report(candidate, share, split, part);
            return new Trial(
                    candidate,
                    share,
                    split,
                    report.mean("ndcg@" + K),
                    report.mean("coverage@" + K),
                    report.trainSeconds(),
                    since(started),
                    "");
        } catch (SegueException.Cancelled e) {
            throw e;
        } catch (SegueException | IllegalArgumentException e) {
            return failed(candidate, share, split, started, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError _) {
            return failed(candidate, share, split, started, NO_MEMORY);
        }
    }

    private Report report(Candidate candidate, double share, int split, Run part) {
        int iterations = iterations(candidate);
        boolean iterative = iterations > 0;
        Algorithm algorithm =
                iterative ? shortened(candidate, share * iterations) : candidate.build();
        boolean thinned = share < 1 && !iterative;
        Split data = thinned ? split(split).thinned(share, part.random("thinned")) : split(split);
        Weighting weighting = candidate.weighting().orElseGet(algorithm::weighting);
        Algorithm fitted =
                algorithm instanceof Als als && split == 0
                        ? begun.goingOn(candidate, als, share < 1)
                        : algorithm;
        return new Evaluation(fitted, weighting, K).run(List.of(data), features, part);
    }

    private static Algorithm shortened(Candidate candidate, double iterations) {
        SequencedMap<String, String> settings = new LinkedHashMap<>(candidate.settings());
        settings.put(ITERATIONS, Long.toString(Math.max(1, Math.round(iterations))));
        return new Candidate(candidate.algorithm(), settings).build();
    }

    private static Trial failed(
            Candidate candidate, double share, int split, long started, String problem) {
        return new Trial(candidate, share, split, Double.NaN, 0, 0, since(started), problem);
    }

    private static double since(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
