package segue.core.tune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/// Goes through a [Space] round by round, each round of candidates chosen by what the earlier ones
/// gave. The same space, random numbers and trials give the same candidates. Not thread-safe.
public final class Search {

    /// How candidates are chosen.
    public enum Kind {
        /// [#GRID] where the candidates are few, else [#HALVING].
        AUTO,
        /// All of them, in random order.
        GRID,
        /// Drawn evenly.
        RANDOM,
        /// Hyperband (Li et al. 2017) with a third kept from rung to rung, its candidates proposed
        /// by [Proposals]: brackets of many that begin with little effort and few that begin with
        /// much take turns, so that whoever needs time to shine gets it too; after each turn the
        /// neighbours of the best are tried.
        HALVING
    }

    /// The better figure first, failed trials last.
    static final Comparator<Trial> BEST_FIRST =
            Comparator.comparingDouble(
                    (Trial trial) ->
                            Double.isNaN(trial.ndcg()) ? Double.POSITIVE_INFINITY : -trial.ndcg());

    /// At most so many candidates make a grid when nobody says.
    private static final int FEW = 24;

    /// One of so many goes on to the next rung, with so many times the effort.
    private static final int KEPT = 3;

    /// With more rungs the first brackets would be too long for a tuning of minutes.
    public static final int MOST_RUNGS = 3;

    /// How many candidates a round of [Kind#GRID] and [Kind#RANDOM] has.
    private static final int AT_ONCE = 4;

    /// How many of those all over the ranges get all effort.
    private static final int SWEPT = 6;

    /// How often a proposal that was tried before is thrown again.
    private static final int THROWS = 30;

    private final Space space;
    private final Kind kind;
    private final int rungs;
    private final SplittableRandom random;
    private final Proposals proposals;
    private final List<Trial> trials = new ArrayList<>();
    private final Set<Candidate> proposed = new HashSet<>();
    private final List<Candidate> grid = new ArrayList<>();
    private int rounds;

    /// @param rungs how many steps of effort halving has: 3 are 1/9, 1/3 and 1
    /// @throws IllegalArgumentException if a grid is asked of a space with ranges
    public Search(Space space, Kind kind, int rungs, SplittableRandom random) {
        if (rungs < 1 || rungs > MOST_RUNGS) {
            throw new IllegalArgumentException(
                    "rungs must be 1..%d, is %d".formatted(MOST_RUNGS, rungs));
        }
        this.space = space;
        this.kind = kind == Kind.AUTO ? (space.size() <= FEW ? Kind.GRID : Kind.HALVING) : kind;
        this.rungs = rungs;
        this.random = random;
        this.proposals = new Proposals(space, random);
        if (this.kind == Kind.GRID) {
            grid.addAll(space.all());
            for (int i = grid.size() - 1; i > 0; i--) {
                Collections.swap(grid, i, random.nextInt(i + 1));
            }
        }
    }

    /// What [Kind#AUTO] became.
    public Kind kind() {
        return kind;
    }

    /// Notes a trial made elsewhere (the defaults), so that proposals learn from it.
    public void learn(Trial trial) {
        trials.add(trial);
        proposed.add(trial.candidate());
    }

    /// Tries one round more.
    ///
    /// @return false if there is nothing left to try, or the judge has had enough
    public boolean round(Judge judge) {
        int round = rounds++;
        return switch (kind) {
            case GRID -> flat(fromGrid(round), judge);
            case RANDOM -> flat(drawn(), judge);
            case AUTO, HALVING ->
                    round % (rungs + 1) == rungs
                            ? neighbours(judge)
                            : bracket(rungs - 1 - round % (rungs + 1), judge);
        };
    }

    private List<Candidate> fromGrid(int round) {
        int from = Math.min(grid.size(), round * AT_ONCE);
        return grid.subList(from, Math.min(grid.size(), from + AT_ONCE));
    }

    private List<Candidate> drawn() {
        List<Candidate> drawn = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            fresh(() -> space.draw(random), drawn);
        }
        return drawn;
    }

    private boolean flat(List<Candidate> candidates, Judge judge) {
        if (candidates.isEmpty()) {
            return false;
        }
        List<Trial> done = judge.judge(candidates, 1);
        trials.addAll(done);
        return done.size() == candidates.size();
    }

    /// One bracket of Hyperband, with `halvings` rungs below the full effort. Brackets cost about
    /// the same.
    private boolean bracket(int halvings, Judge judge) {
        double most = Math.pow(KEPT, MOST_RUNGS - 1);
        double smaller = Math.pow(KEPT, halvings - rungs + 1.0);
        int size = (int) Math.ceil(most * smaller * rungs / (halvings + 1.0));
        List<Candidate> left = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            fresh(() -> proposals.next(trials), left);
        }
        return halve(left, halvings, left.size() + 1, judge) && !left.isEmpty();
    }

    /// @param most of them go on to the next rung
    /// @return false if the judge has had enough
    private boolean halve(List<Candidate> candidates, int halvings, int most, Judge judge) {
        List<Candidate> left = candidates;
        for (int rung = halvings; rung >= 0 && !left.isEmpty(); rung--) {
            List<Trial> done = judge.judge(left, Math.pow(KEPT, -rung));
            trials.addAll(done);
            if (done.size() < left.size()) {
                return false;
            }
            left =
                    done.stream()
                            .sorted(BEST_FIRST)
                            .limit(Math.clamp(left.size() / KEPT, 1, most))
                            .map(Trial::candidate)
                            .toList();
        }
        return true;
    }

    /// Tries the best candidate with one setting changed, each in turn: first all over the ranges,
    /// with little effort and beside every other value of lists, then near by. So a rank that was
    /// only met in poor company gets its chance beside the best of the others, and a regularization
    /// too small to matter is left behind.
    private boolean neighbours(Judge judge) {
        return halve(untried(space::sweeps), Math.min(1, rungs - 1), SWEPT, judge)
                && halve(untried(space::neighbours), 0, SWEPT, judge);
    }

    /// What `around` makes of the best, without what was proposed before.
    private List<Candidate> untried(Function<Candidate, List<Candidate>> around) {
        return trials.stream()
                .filter(trial -> trial.full() && !trial.candidate().settings().isEmpty())
                .min(BEST_FIRST)
                .stream()
                .flatMap(trial -> around.apply(trial.candidate()).stream())
                .filter(proposed::add)
                .toList();
    }

    /// Adds a candidate that was never proposed; nothing where the space has no more.
    private void fresh(Supplier<Candidate> source, List<Candidate> to) {
        for (int i = 0; i < THROWS; i++) {
            Candidate candidate = source.get();
            if (proposed.add(candidate)) {
                to.add(candidate);
                return;
            }
        }
    }
}
