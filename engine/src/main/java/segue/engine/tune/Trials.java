package segue.engine.tune;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import segue.core.math.Parallel;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.core.tune.Candidate;
import segue.core.tune.Judge;
import segue.core.tune.Trial;
import segue.core.tune.Validation;

/// All trials of a tuning, remembered in the journal, until time or number are used up. Those that
/// are asked for at once are made at once, as many as there are threads and as memory allows; which
/// of them ends first, and is first in the journal, changes nothing. Not thread-safe.
final class Trials implements Judge {

    private record Key(Candidate candidate, double share, int split) {
        static Key of(Trial trial) {
            return new Key(trial.candidate(), trial.share(), trial.split());
        }
    }

    private final Validation validation;
    private final Crew crew;
    private final TuningJournal journal;
    private final TuneRequest.Limits limits;
    private final TuneTeller teller;
    private final Run run;

    /// In the order in which they were asked for; guarded by `this` while trials are made.
    private final SequencedMap<Key, Trial> known = new LinkedHashMap<>();

    private final long started = System.nanoTime();
    private final double before;
    private double until;

    Trials(
            Validation validation,
            Crew crew,
            TuningJournal journal,
            TuneRequest.Limits limits,
            TuneTeller teller,
            Run run) {
        this.validation = validation;
        this.crew = crew;
        this.journal = journal;
        this.limits = limits;
        this.teller = teller;
        this.run = run;
        this.before = journal.elapsed();
        this.until = limits.seconds();
        journal.trials().forEach(trial -> known.put(Key.of(trial), trial));
    }

    @Override
    public List<Trial> judge(List<Candidate> candidates, double share) {
        return judge(candidates, share, 0);
    }

    /// The same on one of the inner splits.
    List<Trial> judge(List<Candidate> candidates, double share, int split) {
        long left = split == 0 ? Math.max(0, limits.trials() - count()) : Long.MAX_VALUE;
        List<Key> asked = candidates.stream().map(c -> new Key(c, share, split)).toList();
        make(asked.stream().filter(key -> !known.containsKey(key)).limit(left).toList());
        List<Trial> done = new ArrayList<>();
        for (Key key : asked) {
            Trial trial = known.get(key);
            if (trial == null) {
                break;
            }
            known.putLast(key, trial);
            done.add(trial);
        }
        return done;
    }

    private void make(List<Key> keys) {
        boolean needed = known.isEmpty();
        int size = crew.size(keys.stream().map(Key::candidate).toList());
        List<Key> alone = Collections.synchronizedList(new ArrayList<>());
        try {
            Parallel.rows(
                    keys.size(),
                    1,
                    run.part(size, () -> false),
                    () ->
                            (from, _) -> {
                                Key key = keys.get(from);
                                boolean must = needed && from == 0;
                                if (!one(key, must, run.threads() / size, size > 1)) {
                                    alone.add(key);
                                }
                            });
            keys.stream()
                    .filter(alone::contains)
                    .forEach(key -> one(key, false, run.threads(), false));
        } catch (SegueException.Cancelled e) {
            throw new SegueException.Cancelled(
                    "Stopped. %d finished trials are kept in %s; the same command goes on from there."
                            .formatted(known.size(), journal.file()));
        }
    }

    /// Makes one trial, if there is time.
    ///
    /// @param must whether time does not matter
    /// @param company whether others are made at the same time
    /// @return whether that was it: false if memory did not suffice in company
    private boolean one(Key key, boolean must, int threads, boolean company) {
        if (!must && late()) {
            return true;
        }
        Trial trial;
        try {
            trial =
                    validation.judge(
                            key.candidate(),
                            key.share(),
                            key.split(),
                            run.part(threads, () -> !must && late()));
        } catch (SegueException.Cancelled e) {
            if (run.isCancelled()) {
                throw e;
            }
            return true;
        }
        if (company && trial.problem().equals(Validation.NO_MEMORY)) {
            return false;
        }
        note(key, trial);
        return true;
    }

    private synchronized void note(Key key, Trial trial) {
        known.put(key, trial);
        journal.append(trial, elapsed());
        teller.tried(known.size(), trial, best().orElse(trial));
        run.report(
                "tune",
                count(),
                limits.trials() == Integer.MAX_VALUE ? 0 : limits.trials(),
                trial.candidate().algorithm() + " " + trial.candidate().spelled());
    }

    /// Does what takes trials in at most so many seconds.
    <T> T within(double seconds, Supplier<T> work) {
        double outer = until;
        until = Math.min(outer, elapsed() + seconds);
        try {
            return work.get();
        } finally {
            until = outer;
        }
    }

    private boolean late() {
        return elapsed() >= until;
    }

    /// Seconds that are left.
    double left() {
        return Math.max(0, until - elapsed());
    }

    /// Seconds taken so far, those of earlier runs included.
    double elapsed() {
        return before + (System.nanoTime() - started) / 1e9;
    }

    /// Seconds that the trials of an algorithm took, added up.
    double seconds(String algorithm) {
        return all().stream()
                .filter(trial -> trial.candidate().algorithm().equals(algorithm))
                .mapToDouble(Trial::seconds)
                .sum();
    }

    /// How many trials the search made.
    int count() {
        return all().size();
    }

    /// The trials of the search, without those on other splits.
    List<Trial> all() {
        return searched(known.values());
    }

    static List<Trial> searched(Collection<Trial> trials) {
        return trials.stream().filter(trial -> trial.split() == 0).toList();
    }

    /// The best of the search so far; of equals the first.
    Optional<Trial> best() {
        return all().stream().reduce((best, trial) -> trial.beats(best) ? trial : best);
    }
}
