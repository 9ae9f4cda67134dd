package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BarsTest {

    @Test
    void aGridToldEarlierIsTheSameGrid() {
        Bars bars = new Bars(4, 3, 1).earlier(5, 40);
        assertThat(bars.firstBeat()).isCloseTo(38, within(1e-9));
        assertThat(bars.downbeat()).isEqualTo(0);
        assertThat(new Bars(3, 39.9, 0).earlier(-.3, 40).firstBeat()).isCloseTo(.2, within(1e-9));
    }

    @Test
    void theTemplateFindsTheBarOfAPlainBeat() {
        double[][] profile = new double[BarProfile.ROWS][16];
        int start = 5;
        for (int r = 0; r < BarProfile.ROWS; r++) {
            Arrays.fill(profile[r], -.5);
        }
        profile[0][start] = 2; // kick
        profile[0][(start + 8) % 16] = 1.5;
        profile[2][(start + 4) % 16] = 2; // snare
        profile[2][(start + 12) % 16] = 2;
        profile[5][start] = 3; // harmony
        assertThat(BarTemplate.firstStep(profile)).isEqualTo(start);
    }
}
