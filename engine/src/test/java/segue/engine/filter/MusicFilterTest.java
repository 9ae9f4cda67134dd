package segue.engine.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import segue.audio.feature.Key;

class MusicFilterTest {

    private static final Key A_MINOR = new Key(9, true);

    private static final Traits SEED =
            new Traits("Low", List.of("Slowcore"), 124, Optional.of(A_MINOR), 6, 1994);

    private static Traits bpm(double bpm) {
        return new Traits("X", List.of(), bpm, Optional.empty(), Double.NaN, 0);
    }

    private static boolean fits(String rule, double bpm) {
        return MusicFilter.NONE
                .withBpm(BpmRule.parse(rule))
                .gate(Optional.of(SEED))
                .admits(bpm(bpm));
    }

    @Test
    void temposFitInARangeOrNearTheSeedAtHalfAndDoubleToo() {
        assertThat(fits("122..128", 122)).isTrue();
        assertThat(fits("122-128", 128)).isTrue();
        assertThat(fits("122..128", 61.5)).isTrue();
        assertThat(fits("122..128", 250)).isTrue();
        assertThat(fits("122..128", 121)).isFalse();
        assertThat(fits("124", 124.3)).isTrue();
        assertThat(fits("±3", 127)).isTrue();
        assertThat(fits("+-3", 127.5)).isFalse();
        assertThat(fits("±6%", 131)).isTrue();
        assertThat(fits("+/-6%", 62)).isTrue();
        assertThat(fits("±6%", 133)).isFalse();
        assertThat(fits("122..128", Double.NaN)).isFalse();
    }

    @Property
    void whatIsWithinADistanceIsSoAtHalfAndDouble(
            @ForAll @DoubleRange(min = 60, max = 200) double bpm,
            @ForAll @DoubleRange(min = 1, max = 10) double percent) {
        BpmRule rule = new BpmRule.NearPercent(percent);
        if (rule.fits(bpm, 124) && Math.abs(bpm / 124 - 1) < percent / 100) {
            assertThat(rule.fits(bpm / 2, 124)).isTrue();
            assertThat(rule.fits(bpm * 2, 124)).isTrue();
        }
        assertThat(rule.fits(124, 124)).isTrue();
    }

    @Test
    void keysAreReadInThreeNotations() {
        for (String text : List.of("8A", "8a", "1m", "Am", "am")) {
            assertThat(KeyRule.parse(text)).isEqualTo(new KeyRule.Exactly(A_MINOR));
        }
        assertThat(KeyRule.parse("Bbm")).isEqualTo(KeyRule.parse("3A"));
        assertThat(KeyRule.parse("Eb")).isEqualTo(KeyRule.parse("D#"));
        assertThat(KeyRule.parse("B")).isEqualTo(KeyRule.parse("1B"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRule.parse("13A"))
                .withMessageContaining("8A or Am");
    }

    @Property
    void everyNameOfAKeyLeadsBackToIt(
            @ForAll @IntRange(max = 11) int tonic, @ForAll boolean minor) {
        Key key = new Key(tonic, minor);
        for (String text : List.of(key.name(), key.camelot(), key.openKey())) {
            assertThat(KeyRule.parse(text)).isEqualTo(new KeyRule.Exactly(key));
        }
    }

    @Test
    void fourKeysMixWithAKey() {
        assertThat(KeyRule.ALL.stream().filter(key -> KeyRule.mix(A_MINOR, key)).map(Key::camelot))
                .containsExactlyInAnyOrder("8A", "8B", "7A", "9A");
        assertThat(
                        KeyRule.ALL.stream()
                                .filter(key -> KeyRule.mix(key, new Key(0, false)))
                                .map(Key::camelot))
                .containsExactlyInAnyOrder("8B", "8A", "7B", "9B");
    }

    @Test
    void genresAreFoundByTheirWords() {
        Traits house =
                new Traits("X", List.of("Deep House", "R&B"), 120, Optional.empty(), 5, 2000);
        assertThat(admits(List.of("house"), List.of(), house)).isTrue();
        assertThat(admits(List.of("techno", "r&b"), List.of(), house)).isTrue();
        assertThat(admits(List.of("use"), List.of(), house)).isFalse();
        assertThat(admits(List.of(), List.of("DEEP house"), house)).isFalse();
        assertThat(admits(List.of("house"), List.of(), bpm(120))).isFalse();
        assertThat(admits(List.of(), List.of("house"), bpm(120))).isTrue();
    }

    private static boolean admits(List<String> some, List<String> not, Traits track) {
        return MusicFilter.NONE.withGenres(some, not).gate(Optional.empty()).admits(track);
    }

    @Test
    void energyAndYearMustBeKnownToFit() {
        MusicFilter filter =
                MusicFilter.NONE
                        .withEnergy(Span.parse("--energy", "6..8"))
                        .withYears(Span.parse("--year", "..1999"));
        assertThat(filter.gate(Optional.empty()).admits(SEED)).isTrue();
        assertThat(filter.gate(Optional.empty()).admits(bpm(120))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.parse("--energy", "loud"))
                .withMessage("--energy must be a number or a range such as 6..8, is 'loud'");
    }

    @Test
    void anArtistHasSoMuchRoomAndNoMore() {
        MusicFilter.Gate gate = MusicFilter.NONE.withPerArtist(2).gate(Optional.empty());
        assertThat(gate.takes(SEED)).isTrue();
        assertThat(gate.takes(SEED)).isTrue();
        assertThat(gate.takes(SEED)).isFalse();
        assertThat(gate.takes(bpm(1))).isTrue();
    }

    @Test
    void aDistanceNeedsSomethingToMeasureFrom() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                MusicFilter.NONE
                                        .withBpm(BpmRule.parse("±3"))
                                        .gate(Optional.of(bpm(Double.NaN))))
                .withMessageContaining("122..128");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                MusicFilter.NONE
                                        .withKey(KeyRule.parse("same"))
                                        .gate(Optional.of(bpm(120))))
                .withMessageContaining("--key 8A");
    }
}
