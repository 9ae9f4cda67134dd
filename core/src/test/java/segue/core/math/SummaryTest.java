package segue.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void leavesMissingValuesOut() {
        Summary summary = Summary.of(new double[] {4, Double.NaN, 1, 3, 2});
        assertThat(summary)
                .isEqualTo(new Summary(4, 1, 2.5, Math.sqrt(1.25), 1, 1.75, 2.5, 3.25, 4));
        assertThat(Summary.of(new double[0]).mean()).isNaN();
    }

    @Test
    void correlatesWhereBothAreThere() {
        double[] a = {1, 2, 3, Double.NaN, 4};
        assertThat(Summary.correlation(a, new double[] {2, 4, 6, 1, 8})).isEqualTo(1);
        assertThat(Summary.correlation(a, new double[] {8, 6, 4, 1, 2})).isEqualTo(-1);
        assertThat(Summary.correlation(a, new double[] {1, 1, 1, 1, 1})).isNaN();
        assertThatThrownBy(() -> Summary.correlation(a, new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
