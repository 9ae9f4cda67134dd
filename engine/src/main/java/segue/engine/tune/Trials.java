package segue.engine.tune;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.core.tune.Candidate;
import segue.core.tune.Judge;
import segue.core.tune.Trial;
import segue.core.tune.Validation;

/// All trials of a tuning: made one after the other, each with all threads, remembered in the
/// journal, until time or number are used up. Not thread-safe.
final class Trials implements Judge {

    private record Key(Candidate candidate, double share) {}

    private final Validation validation;
    private final TuningJournal journal;
    private final TuneRequest.Limits limits;
    private final TuneTeller teller;
    private final Run run;
    private final SequencedMap<Key, Trial> known = new LinkedHashMap<>();
    private final long started = System.nanoTime();
    private final double before;
    private double until;

    Trials(
            Validation validation,
            TuningJournal journal,
            TuneRequest.Limits limits,
            TuneTeller teller,
            Run run) {
        this.validation = validation;
        this.journal = journal;
        this.limits = limits;
        this.teller = teller;
        this.run = run;
        this.before = journal.elapsed();
        this.until = seconds();
        for (Trial trial : journal.trials()) {
            known.put(new Key(trial.candidate(), trial.share()), trial);
        }
    }

    @Override
    public List<Trial> judge(List<Candidate> candidates, double share) {
        List<Trial> done = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Optional<Trial> trial = one(candidate, share);
            if (trial.isEmpty()) {
                break;
            }
            done.add(trial.get());
        }
        return done;
    }

    /// Tries one candidate; empty if nothing may be tried any more.
    private Optional<Trial> one(Candidate candidate, double share) {
        Key key = new Key(candidate, share);
        Trial remembered = known.get(key);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        if (used() && !known.isEmpty()) {
            return Optional.empty();
        }
        run.report(
                "tune", known.size(), total(), candidate.algorithm() + " " + candidate.spelled());
        boolean first = known.isEmpty();
        try {
            Trial trial =
                    validation.judge(
                            candidate, share, run.part(run.threads(), () -> !first && late()));
            known.put(key, trial);
            journal.append(trial, elapsed());
            teller.tried(known.size(), trial, best().orElse(trial));
            return Optional.of(trial);
        } catch (SegueException.Cancelled e) {
            if (run.isCancelled()) {
                throw new SegueException.Cancelled(
                        "Stopped. %d finished trials are kept in %s; the same command goes on from there."
                                .formatted(known.size(), journal.file()));
            }
            return Optional.empty();
        }
    }

    /// Tries one candidate with all effort, in at most so many seconds.
    Optional<Trial> within(double allowed, Candidate candidate) {
        until = Math.min(seconds(), elapsed() + allowed);
        try {
            return one(candidate, 1);
        } finally {
            until = seconds();
        }
    }

    private boolean used() {
        return known.size() >= limits.trials() || late();
    }

    private boolean late() {
        return elapsed() >= until;
    }

    private double seconds() {
        return limits.time().toMillis() / 1e3;
    }

    /// Seconds taken so far, those of earlier runs included.
    double elapsed() {
        return before + (System.nanoTime() - started) / 1e9;
    }

    private long total() {
        return limits.trials() == Integer.MAX_VALUE ? 0 : limits.trials();
    }

    Collection<Trial> all() {
        return known.values();
    }

    /// The best so far; of equals the first.
    Optional<Trial> best() {
        Trial best = null;
        for (Map.Entry<Key, Trial> entry : known.entrySet()) {
            Trial trial = entry.getValue();
            if (best == null || trial.beats(best)) {
                best = trial;
            }
        }
        return Optional.ofNullable(best);
    }
}
