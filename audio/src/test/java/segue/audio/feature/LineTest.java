package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void aFewWildPointsAreOutvoted() {
        double[] x = new double[30];
        double[] y = new double[30];
        double[] weights = new double[30];
        for (int i = 0; i < 30; i++) {
            x[i] = i;
            y[i] = .5 + .02 * i + (i % 2 == 0 ? .001 : -.001);
            weights[i] = 1;
        }
        y[3] = 9;
        y[17] = -4;
        y[28] = 7;
        Line line = Line.robust(x, y, weights);
        assertThat(line.slope()).isCloseTo(.02, within(1e-4));
        assertThat(line.intercept()).isCloseTo(.5, within(2e-3));
        assertThat(line.within(.1)).isCloseTo(.9, within(1e-9));
        assertThat(line.slopeError()).isLessThan(1e-4);
    }

    @Test
    void pointsWithoutWeightSayNothing() {
        Line line =
                Line.robust(
                        new double[] {0, 1, 2, 3},
                        new double[] {1, 2, 3, 50},
                        new double[] {1, 1, 1, 0});
        assertThat(line.slope()).isCloseTo(1, within(1e-9));
    }
}
