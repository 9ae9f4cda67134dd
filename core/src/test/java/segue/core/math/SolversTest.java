package segue.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SolversTest {

    @Property(tries = 50)
    void choleskySolvesWhatItFactored(@ForAll @IntRange(min = 1, max = 70) int n) {
        Matrix a = positive(n, n);
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = i % 3 - 1f;
        }
        float[] b = new float[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                b[i] += a.at(i, j) * x[j];
            }
        }
        float[] l = a.values().clone();
        assertThat(Cholesky.factor(l, n)).isTrue();
        Cholesky.solve(l, n, b);
        for (int i = 0; i < n; i++) {
            assertThat(b[i]).isCloseTo(x[i], within(1e-2f));
        }
    }

    @Example
    void choleskyRefusesWhatIsNotPositiveDefinite() {
        assertThat(Cholesky.factor(new float[] {1, 2, 2, 1}, 2)).isFalse();
        assertThat(Cholesky.factor(new float[] {Float.NaN}, 1)).isFalse();
    }

    @Property(tries = 30)
    void eigenvectorsRebuildTheMatrixAndAreOrthogonal(@ForAll @IntRange(min = 1, max = 40) int n) {
        Matrix a = positive(n, n + 7);
        Eigen eigen = Eigen.of(a);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double rebuilt = 0;
                double product = 0;
                for (int k = 0; k < n; k++) {
                    rebuilt +=
                            (double) eigen.vectors().at(i, k)
                                    * eigen.values().at(0, k)
                                    * eigen.vectors().at(j, k);
                    product += eigen.vectors().at(k, i) * eigen.vectors().at(k, j);
                }
                assertThat(rebuilt).isCloseTo(a.at(i, j), within(1e-4));
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-5));
            }
            if (i > 0) {
                assertThat(eigen.values().at(0, i))
                        .isLessThanOrEqualTo(eigen.values().at(0, i - 1));
            }
        }
    }

    private static Matrix positive(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] rows = new float[n + 3][n];
        for (float[] row : rows) {
            for (int k = 0; k < n; k++) {
                row[k] = (float) (random.nextDouble() - .5);
            }
        }
        Matrix a = Matrix.zeros(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = i == j ? .5 : 0;
                for (float[] row : rows) {
                    sum += row[i] * row[j];
                }
                a.values()[i * n + j] = (float) sum;
            }
        }
        return a;
    }
}
