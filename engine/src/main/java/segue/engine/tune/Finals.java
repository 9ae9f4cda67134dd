package segue.engine.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import segue.core.tune.Candidate;
import segue.core.tune.Trial;

/// The best few trials, judged again on further splits: what one split prefers by a little is
/// chance as often as not, and the best of a hundred trials is the luckiest of the good ones. The
/// best mean over all splits wins.
final class Finals {

    /// How many trials take part.
    private static final int FEW = 6;

    /// How many splits there are beside the one of the search.
    static final int SPLITS = 4;

    /// One who takes part.
    ///
    /// @param trial with means over `splits` splits
    record Finalist(Trial trial, int splits) {}

    private Finals() {}

    /// Judges as long as there is time; splits on which not all were judged do not count.
    ///
    /// @return the best first; empty if no trial of the search had all of its effort
    static List<Finalist> play(Trials trials) {
        List<Trial> few = few(trials.all());
        List<List<Trial>> rounds = new ArrayList<>(List.of(few));
        List<Candidate> candidates = few.stream().map(Trial::candidate).toList();
        for (int split = 1; split <= SPLITS && few.size() > 1; split++) {
            List<Trial> round = trials.judge(candidates, 1, split);
            if (round.size() < few.size()) {
                break;
            }
            rounds.add(round);
        }
        List<Finalist> finalists = new ArrayList<>();
        for (int i = 0; i < few.size(); i++) {
            int who = i;
            finalists.add(mean(rounds.stream().map(round -> round.get(who)).toList()));
        }
        finalists.sort(Comparator.comparingDouble((Finalist one) -> one.trial().ndcg()).reversed());
        return finalists;
    }

    /// The best of each algorithm, then the best of the others.
    private static List<Trial> few(List<Trial> all) {
        List<Trial> sorted =
                all.stream()
                        .filter(Trial::full)
                        .sorted(Comparator.comparingDouble(Trial::ndcg).reversed())
                        .toList();
        Map<String, Trial> first = new LinkedHashMap<>();
        sorted.forEach(trial -> first.putIfAbsent(trial.candidate().algorithm(), trial));
        return Stream.concat(first.values().stream(), sorted.stream())
                .distinct()
                .limit(FEW)
                .toList();
    }

    /// One that failed on a split has no mean, and comes last.
    private static Finalist mean(List<Trial> trials) {
        Trial first = trials.getFirst();
        double ndcg = trials.stream().mapToDouble(Trial::ndcg).sum() / trials.size();
        Trial mean =
                new Trial(
                        first.candidate(),
                        1,
                        0,
                        Double.isNaN(ndcg) ? -1 : ndcg,
                        trials.stream().mapToDouble(Trial::coverage).sum() / trials.size(),
                        first.trainSeconds(),
                        first.seconds(),
                        "");
        return new Finalist(mean, trials.size());
    }
}
