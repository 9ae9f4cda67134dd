package segue.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.core.run.Progress;
import segue.core.run.Run;

class PlaneTest {

    private static final int GROUPS = 12;

    /// Points in groups, each around a centre of its own in ten dimensions.
    private static Matrix groups(int points) {
        SplittableRandom random = new SplittableRandom(5);
        Matrix matrix = Matrix.zeros(points, 10);
        for (int row = 0; row < points; row++) {
            for (int k = 0; k < 10; k++) {
                double centre = new SplittableRandom(row % GROUPS * 31L + k).nextDouble();
                matrix.values()[matrix.offset(row) + k] =
                        (float) (4 * centre + .3 * random.nextGaussian());
            }
        }
        return matrix;
    }

    private static Run run(int threads) {
        return new Run(7, threads, Progress.NONE);
    }

    @Test
    void findsTheNearestAsComparingAllPairsDoes() {
        Matrix points = groups(203);
        NearestRows near = NearestRows.of(points, 7, run(2));
        for (int row = 0; row < points.rows(); row++) {
            int of = row;
            double[] squares =
                    IntStream.range(0, points.rows())
                            .filter(other -> other != of)
                            .mapToDouble(other -> square(points, of, other))
                            .sorted()
                            .toArray();
            for (int i = 0; i < near.count(); i++) {
                assertThat(square(points, row, near.rows()[row][i]))
                        .isCloseTo(squares[i], offset());
                assertThat((double) near.squares()[row][i]).isCloseTo(squares[i], offset());
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.data.Offset.offset(1e-3);
    }

    private static double square(Matrix points, int a, int b) {
        double sum = 0;
        for (int k = 0; k < points.columns(); k++) {
            double difference = points.at(a, k) - points.at(b, k);
            sum += difference * difference;
        }
        return sum;
    }

    @Test
    void keepsMoreNeighboursThanPrincipalComponents() {
        Matrix points = groups(600);
        double layout = Plane.kept(points, Plane.of(points, run(2)), 10, run(2));
        double principal = Plane.kept(points, Plane.principal(points), 10, run(2));
        assertThat(layout).isGreaterThan(1.5 * principal);
    }

    @Test
    void isTheSameAtAnyNumberOfThreads() {
        Matrix points = groups(300);
        assertThat(Plane.of(points, run(1))).isEqualTo(Plane.of(points, run(3)));
    }

    @Test
    void placesFewAndEqualPoints() {
        for (int rows : new int[] {0, 1, 2, 3, 5, 20}) {
            Matrix plane = Plane.of(Matrix.zeros(rows, 4), run(1));
            assertThat(plane.rows()).isEqualTo(rows);
            assertThat(
                            IntStream.range(0, plane.values().length)
                                    .allMatch(i -> Float.isFinite(plane.values()[i])))
                    .isTrue();
        }
    }
}
