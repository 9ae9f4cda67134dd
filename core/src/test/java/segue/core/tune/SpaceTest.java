package segue.core.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.core.train.Algorithms;

class SpaceTest {

    @Test
    void readsListsRangesAndLogScales() {
        assertThat(Choice.parse("rank", "32, 64,64", true))
                .isEqualTo(new Choice.Values(List.of("32", "64")));
        assertThat(Choice.parse("alpha", ".1..100:log", false))
                .isEqualTo(new Choice.Range(.1, 100, true, false, false));
        assertThat(Choice.parse("rank", "16..256:log", true))
                .isEqualTo(new Choice.Range(16, 256, true, true, false));
        assertThat(Choice.parse("shrinkage", "0..50", false))
                .isEqualTo(new Choice.Range(0, 50, false, false, false));
    }

    @Test
    void triesAutoBesideARangeWhereTheAlgorithmHasIt() {
        Space space = Space.of("als", Map.of("alpha", "auto,.1..100:log"));
        assertThat(space.spelled()).isEqualTo("als: alpha=auto,0.1..100.0:log");
        SplittableRandom random = new SplittableRandom(1);
        List<String> drawn = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Candidate candidate = space.draw(random);
            candidate.build();
            drawn.add(candidate.settings().get("alpha"));
        }
        assertThat(drawn).contains("auto").anyMatch(value -> !value.equals("auto"));
        Candidate auto = new Candidate("als", new LinkedHashMap<>(Map.of("alpha", "auto")));
        assertThat(space.neighbours(auto)).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Space.of("als", Map.of("rank", "auto,8..64")))
                .withMessageContaining("rank must be a whole number, found 'auto'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Space.of("warp", Map.of("learningRate", "auto,.01..1")))
                .withMessageContaining("learningRate must be above 0");
    }

    @Test
    void sweepsEachRangeFromEndToEndBesideEveryOtherValue() {
        Space space = Space.of("als", Map.of("alpha", "1..100:log", "weight", "raw,log1p"));
        Candidate candidate = space.draw(new SplittableRandom(1));
        for (String weight : List.of("raw", "log1p")) {
            assertThat(space.sweeps(candidate))
                    .hasSize(10)
                    .filteredOn(c -> weight.equals(c.settings().get("weight")))
                    .extracting(c -> c.settings().get("alpha"))
                    .containsExactly("1.58", "3.98", "10.0", "25.1", "63.1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rnak; 1,2; did you mean 'rank'",
                "rank; many; rank must be a whole number, found 'many'",
                "rank; 1.5..3; rank takes values",
                "rank; 0..3; rank must be 1..2048, is 0",
                "rank; 32,,64; rank has an empty value",
                "alpha; 5..1; alpha must go from the smaller to the larger number, found '5..1'",
                "alpha; 0..1:log; alpha on a log scale must start above 0",
                "alpha; 1..2:lin; alpha takes values (1,2,3) or a range",
                "alpha; 1..; alpha takes values",
                "solver; 1..2; solver must be one of",
                "solver; magic; solver must be one of",
                "weight; heavy; no weighting 'heavy'",
            })
    void refusesWithTheNameAndTheWayOut(String name, String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Space.of("als", Map.of(name, text)))
                .withMessageContaining(message);
    }

    @Property(tries = 50)
    void drawsWhatTheAlgorithmTakesWithinTheRange(@ForAll long seed) {
        Space space = Space.of("als", Map.of("rank", "16..256:log", "alpha", ".1..100:log"));
        Candidate candidate = space.draw(new SplittableRandom(seed));
        candidate.build();
        assertThat(Integer.parseInt(candidate.settings().get("rank"))).isBetween(16, 256);
        assertThat(Double.parseDouble(candidate.settings().get("alpha"))).isBetween(.1, 100.);
    }

    @Test
    void spreadsALogScaleEvenlyByTheLogarithm() {
        Choice.Range range = new Choice.Range(.01, 100, true, false, false);
        assertThat(Double.parseDouble(range.at(.5))).isEqualTo(1);
        assertThat(range.place("1.0")).isCloseTo(.5, within(1e-9));
        assertThat(new Choice.Range(2, 8, false, true, false).at(.5)).isEqualTo("5");
    }

    @Test
    void countsAndListsAllCandidatesOfAGrid() {
        Space space = Space.of("als", Map.of("rank", "1,2,3", "weight", "raw,tfidf"));
        assertThat(space.size()).isEqualTo(6);
        assertThat(space.all()).hasSize(6).doesNotHaveDuplicates();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Space.of("als", Map.of("alpha", "1..2")).all())
                .withMessageContaining("alpha is a range");
    }

    @Test
    void everyAlgorithmTakesWhatItsUsualSpaceHolds() {
        for (String name : Algorithms.names()) {
            Space space = Space.usual(name);
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < 20; i++) {
                Candidate candidate = space.draw(random);
                candidate.build();
                candidate.weighting();
            }
            boolean nothing = List.of("popular", "random", "blend").contains(name);
            assertThat(space.choices().isEmpty()).as(name).isEqualTo(nothing);
        }
    }
}
