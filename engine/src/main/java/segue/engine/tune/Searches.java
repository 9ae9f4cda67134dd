package segue.engine.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.core.run.Run;
import segue.core.tune.Candidate;
import segue.core.tune.Search;
import segue.core.tune.Space;
import segue.core.tune.Trial;
import segue.core.tune.Validation;

/// What is searched for a request: the defaults of every algorithm first, unless the user named
/// settings; then the best few algorithms deeper.
final class Searches {

    /// How many algorithms are looked into deeper when all were tried.
    private static final int DEEPER = 3;

    /// Share of the time in which the defaults of every algorithm are tried.
    private static final double FIRST_LOOK = .4;

    private final TuneRequest request;
    private final Trials trials;
    private final Run run;
    private final List<String> notes = new ArrayList<>();

    Searches(TuneRequest request, Trials trials, Run run) {
        this.request = request;
        this.trials = trials;
        this.run = run;
    }

    /// Searches until time or trials are used up.
    ///
    /// @return what was left out, for people
    List<String> run() {
        List<Space> spaces = request.spaces();
        Map<String, Trial> defaults = new LinkedHashMap<>();
        if (request.sets().isEmpty()) {
            int left = spaces.size();
            for (Space space : spaces) {
                firstLook(space, left--).ifPresent(t -> defaults.put(space.algorithm(), t));
            }
        }
        List<Turns.Player> players =
                spaces.stream()
                        .filter(space -> !space.choices().isEmpty())
                        .filter(s -> spaces.size() == 1 || works(defaults, s))
                        .sorted(byFirstLook(defaults))
                        .limit(DEEPER)
                        .map(s -> new Turns.Player(s.algorithm(), search(s, defaults)))
                        .toList();
        new Turns(trials, players).play();
        return notes;
    }

    private static boolean works(Map<String, Trial> defaults, Space space) {
        Trial trial = defaults.get(space.algorithm());
        return trial != null && trial.problem().isEmpty();
    }

    private static Comparator<Space> byFirstLook(Map<String, Trial> defaults) {
        return Comparator.comparingDouble(
                space -> {
                    Trial trial = defaults.get(space.algorithm());
                    return trial == null || Double.isNaN(trial.ndcg()) ? 0 : -trial.ndcg();
                });
    }

    /// The defaults of an algorithm, in its fair part of the time.
    private Optional<Trial> firstLook(Space space, int left) {
        Candidate candidate = Candidate.defaults(space.algorithm());
        double all = request.limits().seconds();
        double allowed =
                request.algorithm().isEmpty()
                        ? Math.max(0, FIRST_LOOK * all - trials.elapsed()) / left
                        : all;
        Optional<Trial> trial =
                trials.within(
                        allowed, () -> trials.judge(List.of(candidate), 1).stream().findFirst());
        if (trial.isEmpty()) {
            notes.add(
                    "%s was left out: its defaults did not come to an end in its part of the time; give more --time."
                            .formatted(space.algorithm()));
        }
        return trial;
    }

    private Search search(Space space, Map<String, Trial> defaults) {
        Search search =
                new Search(
                        space,
                        request.kind(),
                        Validation.rungs(space.algorithm()),
                        run.random("propose " + space.algorithm()));
        Trial first = defaults.get(space.algorithm());
        if (first != null) {
            search.learn(first);
        }
        return search;
    }
}
