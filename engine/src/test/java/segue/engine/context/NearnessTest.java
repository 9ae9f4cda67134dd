package segue.engine.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import segue.library.TimeSlots;

class NearnessTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 6, 1, 0, 0);

    @Test
    void midnightIsAsFarFromElevenAsFromOne() {
        SlotWeights weights = Nearness.DEFAULTS.to(MONDAY);
        assertThat(weights.at(23)).isCloseTo(weights.at(0), within(1e-12));
        assertThat(weights.at(22)).isCloseTo(weights.at(1), within(1e-12));
        assertThat(weights.at(12)).isLessThan(1e-6);
    }

    @Test
    void decemberIsNextToJanuary() {
        int months = TimeSlots.HOURS + TimeSlots.WEEKDAYS;
        SlotWeights weights = Nearness.DEFAULTS.to(LocalDateTime.of(2026, 1, 1, 12, 0));
        assertThat(weights.at(months + 11)).isCloseTo(weights.at(months), within(.05));
        assertThat(weights.at(months + 6)).isLessThan(1e-6);
    }

    @Test
    void hoursOfTheWeekendSayLessOfWorkingDays() {
        SlotWeights weights = Nearness.DEFAULTS.to(MONDAY.plusHours(9));
        assertThat(weights.at(24 + 9)).isCloseTo(weights.at(9) / 2, within(1e-12));
    }

    @Property
    void theWayRoundIsSymmetricAndNeverLongerThanHalf(
            @ForAll @DoubleRange(min = 0, max = 24) double one,
            @ForAll @DoubleRange(min = 0, max = 24) double other,
            @ForAll @IntRange(min = -3, max = 3) int rounds) {
        double way = Nearness.apart(one, other, 24);
        assertThat(way).isBetween(0.0, 12.0);
        assertThat(Nearness.apart(other, one, 24)).isEqualTo(way);
        assertThat(Nearness.apart(one + 24 * rounds, other, 24)).isCloseTo(way, within(1e-9));
    }

    @Property
    void weightsTurnWithTheClock(@ForAll @IntRange(min = 0, max = 23) int hours) {
        SlotWeights midnight = Nearness.DEFAULTS.to(MONDAY);
        SlotWeights later = Nearness.DEFAULTS.to(MONDAY.plusHours(hours));
        for (int slot = 0; slot < 24; slot++) {
            assertThat(later.at((slot + hours) % 24)).isCloseTo(midnight.at(slot), within(1e-9));
        }
    }
}
