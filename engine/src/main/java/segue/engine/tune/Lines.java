package segue.engine.tune;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import segue.core.tune.Trial;

/// Trials as the lines of tables.
final class Lines {

    private static final int MOST = 10;
    private static final Comparator<Trial> BEST_FIRST =
            Comparator.comparingDouble(Trial::share).thenComparingDouble(Trial::ndcg).reversed();

    private Lines() {}

    static TuneResult.Line of(Finals.Finalist finalist) {
        return line(finalist.trial(), finalist.splits(), List.of(finalist.trial()));
    }

    static List<TuneResult.Line> finals(List<Finals.Finalist> finalists) {
        List<Trial> means = finalists.stream().map(Finals.Finalist::trial).toList();
        return finalists.stream().map(one -> line(one.trial(), one.splits(), means)).toList();
    }

    /// The best trials, with those of partial effort only where there are no others.
    static List<TuneResult.Line> best(Collection<Trial> trials) {
        List<Trial> sorted =
                trials.stream()
                        .filter(trial -> trial.problem().isEmpty())
                        .sorted(BEST_FIRST)
                        .limit(MOST)
                        .toList();
        double most = sorted.stream().mapToDouble(Trial::share).max().orElse(1);
        return lines(sorted.stream().filter(trial -> trial.share() == most).toList());
    }

    /// The best trial of each algorithm: first those of the finals, by their means.
    static List<TuneResult.Line> algorithms(
            List<Finals.Finalist> finals, Collection<Trial> trials) {
        Map<String, Finals.Finalist> finalists = new LinkedHashMap<>();
        for (Finals.Finalist one : finals) {
            finalists.putIfAbsent(one.trial().candidate().algorithm(), one);
        }
        Map<String, Trial> best = new LinkedHashMap<>();
        for (Trial trial : trials) {
            if (trial.problem().isEmpty()) {
                best.merge(
                        trial.candidate().algorithm(),
                        trial,
                        (old, other) -> other.beats(old) ? other : old);
            }
        }
        best.keySet().removeAll(finalists.keySet());
        List<Trial> others = best.values().stream().sorted(BEST_FIRST).toList();
        List<Trial> among =
                Stream.concat(
                                finalists.values().stream().map(Finals.Finalist::trial),
                                others.stream())
                        .toList();
        return Stream.concat(
                        finalists.values().stream()
                                .map(one -> line(one.trial(), one.splits(), among)),
                        others.stream().map(trial -> line(trial, 1, among)))
                .toList();
    }

    private static List<TuneResult.Line> lines(List<Trial> trials) {
        return trials.stream().map(trial -> line(trial, 1, trials)).toList();
    }

    private static TuneResult.Line line(Trial trial, int splits, List<Trial> among) {
        return new TuneResult.Line(
                trial.candidate().algorithm(),
                trial.candidate().spelled(),
                trial.share(),
                splits,
                trial.ndcg(),
                trial.coverage(),
                trial.trainSeconds(),
                among.stream().noneMatch(other -> dominates(other, trial)));
    }

    private static boolean dominates(Trial other, Trial trial) {
        return other.ndcg() >= trial.ndcg()
                && other.coverage() >= trial.coverage()
                && (other.ndcg() > trial.ndcg() || other.coverage() > trial.coverage());
    }
}
