package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TempoPriorTest {

    @Test
    void theDefaultsArePinned() {
        assertThat(TempoPrior.DEFAULTS).isEqualTo(new TempoPrior(115, .7, 50, 215));
        assertThat(TempoPrior.CLUB).isEqualTo(new TempoPrior(126, .7, 88, 175));
    }

    @Test
    void fallsByHalfASquareAWidthFromTheCentre() {
        TempoPrior prior = new TempoPrior(120, 1, 50, 200);
        assertThat(prior.logDensity(120)).isEqualTo(0);
        assertThat(prior.logDensity(60)).isCloseTo(-.5, within(1e-12));
        assertThat(prior.logDensity(240)).isCloseTo(-.5, within(1e-12));
    }

    @Test
    void everyPulseHasAReadingInEveryRange() {
        assertThat(TempoPrior.CLUB.allows(88)).isTrue();
        assertThat(TempoPrior.CLUB.allows(87.9)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TempoPrior.range(100, 150))
                .withMessageContaining("100.0..150.0");
    }
}
