package segue.core.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Against a made-up quality: the nearer alpha is to 10 and regularization to 1, by logarithm, the
/// better.
class SearchTest {

    private static final Space SPACE =
            Space.of("als", Map.of("alpha", ".1..1000:log", "regularization", ".01..100:log"));

    private final List<Trial> tried = new ArrayList<>();

    private static double quality(Candidate candidate) {
        double alpha = exponent(candidate, "alpha") - 1;
        double lambda = exponent(candidate, "regularization");
        return 1 - (alpha * alpha + lambda * lambda) / 10;
    }

    private static double exponent(Candidate candidate, String name) {
        return Math.log10(Double.parseDouble(candidate.settings().getOrDefault(name, "1")));
    }

    private Judge judge(int most) {
        return (candidates, share) -> {
            List<Trial> done =
                    candidates.stream()
                            .limit(Math.max(0, most - tried.size()))
                            .map(c -> new Trial(c, share, 0, share * quality(c), 0, 1, 1, ""))
                            .toList();
            tried.addAll(done);
            return done;
        };
    }

    private List<Trial> search(Search.Kind kind, long seed, int most) {
        tried.clear();
        Search search = new Search(SPACE, kind, 3, new SplittableRandom(seed));
        Judge judge = judge(most);
        while (search.round(judge)) {
            assertThat(tried).hasSizeLessThanOrEqualTo(most);
        }
        return List.copyOf(tried);
    }

    @Property(tries = 20)
    void proposesTheSameForTheSameSeed(@ForAll long seed) {
        for (Search.Kind kind : List.of(Search.Kind.HALVING, Search.Kind.RANDOM)) {
            assertThat(search(kind, seed, 60)).isEqualTo(search(kind, seed, 60)).hasSize(60);
        }
        assertThat(search(Search.Kind.HALVING, seed, 9))
                .isNotEqualTo(search(Search.Kind.HALVING, seed + 1, 9));
    }

    @Test
    void halvingKeepsTheBetterThird() {
        List<Trial> trials = search(Search.Kind.HALVING, 1, 13);
        List<Candidate> first = sorted(trials.subList(0, 9));
        assertThat(trials.subList(0, 9)).allMatch(trial -> trial.share() == Math.pow(3, -2));
        assertThat(trials.subList(9, 12))
                .allMatch(trial -> trial.share() == Math.pow(3, -1))
                .extracting(Trial::candidate)
                .containsExactlyElementsOf(first.subList(0, 3));
        assertThat(trials.getLast().full()).isTrue();
        assertThat(trials.getLast().candidate()).isEqualTo(first.getFirst());
    }

    private static List<Candidate> sorted(List<Trial> trials) {
        return trials.stream().sorted(Search.BEST_FIRST).map(Trial::candidate).toList();
    }

    @Test
    void aFailedTrialIsNeverKept() {
        Judge failing =
                (candidates, share) ->
                        candidates.stream()
                                .map(
                                        c -> {
                                            boolean fails = quality(c) > .8;
                                            double ndcg = fails ? Double.NaN : quality(c);
                                            return new Trial(
                                                    c, share, 0, ndcg, 0, 1, 1, fails ? "no" : "");
                                        })
                                .peek(tried::add)
                                .toList();
        new Search(SPACE, Search.Kind.HALVING, 3, new SplittableRandom(1)).round(failing);
        assertThat(tried).anyMatch(trial -> Double.isNaN(trial.ndcg()));
        assertThat(tried.subList(9, tried.size())).noneMatch(trial -> Double.isNaN(trial.ndcg()));
    }

    @Test
    void learnsWhereTheBestIs() {
        double learned = 0;
        double drawn = 0;
        for (int seed = 0; seed < 20; seed++) {
            learned += mean(search(Search.Kind.HALVING, seed, 100));
            drawn += mean(search(Search.Kind.RANDOM, seed, 100));
        }
        assertThat(learned / 20).isGreaterThan(drawn / 20 + .1);
    }

    /// The mean quality of the later half.
    private static double mean(List<Trial> trials) {
        return trials.subList(trials.size() / 2, trials.size()).stream()
                .mapToDouble(trial -> quality(trial.candidate()))
                .average()
                .orElseThrow();
    }

    @Test
    void givesEveryOtherRankItsChanceBesideTheBest() {
        Space ranks = Space.of("als", Map.of("rank", "8,16,32", "alpha", ".1..1000:log"));
        Search search = new Search(ranks, Search.Kind.HALVING, 2, new SplittableRandom(3));
        Judge judge = judge(1000);
        assertThat(search.round(judge) && search.round(judge)).isTrue();
        search.round(judge);
        Candidate best = sorted(tried.stream().filter(Trial::full).toList()).getFirst();
        for (String rank : List.of("8", "16", "32")) {
            assertThat(tried)
                    .anyMatch(
                            trial ->
                                    trial.full()
                                            && rank.equals(trial.candidate().settings().get("rank"))
                                            && exponent(trial.candidate(), "alpha")
                                                    == exponent(best, "alpha"));
        }
    }

    @Test
    void aGridTriesEverythingOnceAndEnds() {
        Space few = Space.of("als", Map.of("alpha", "1,10,100", "regularization", "1,2"));
        Search search = new Search(few, Search.Kind.AUTO, 3, new SplittableRandom(1));
        assertThat(search.kind()).isEqualTo(Search.Kind.GRID);
        Judge judge = judge(1000);
        while (search.round(judge)) {
            assertThat(tried).hasSizeLessThanOrEqualTo(6);
        }
        assertThat(tried).hasSize(6).allMatch(Trial::full);
        assertThat(new HashSet<>(tried)).hasSize(6);
    }

    @Test
    void endsWhereTheSpaceHasNoMore() {
        Space one = Space.of("als", Map.of("rank", "1,2"));
        Search search = new Search(one, Search.Kind.HALVING, 3, new SplittableRandom(1));
        Judge judge = judge(1000);
        int rounds = 0;
        while (search.round(judge)) {
            rounds++;
        }
        assertThat(rounds).isLessThan(5);
        assertThat(tried).anyMatch(Trial::full);
    }
}
