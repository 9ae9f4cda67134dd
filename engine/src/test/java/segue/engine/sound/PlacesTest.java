package segue.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.audio.feature.Timbre;
import segue.core.math.Matrix;

class PlacesTest {

    private static Matrix random(int rows) {
        SplittableRandom random = new SplittableRandom(7);
        Matrix matrix = Matrix.zeros(rows, Timbre.SIZE);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = random.nextFloat();
        }
        return matrix;
    }

    @Test
    void aTrackIsAtNoDistanceFromItselfAndATypicalOneAtOne() {
        Places places = Places.of(random(300));
        float[] distances = places.distances(17);
        assertThat(distances[17]).isLessThan(1e-2f);
        assertThat(IntStream.range(0, 300).mapToDouble(i -> distances[i]).average().orElse(0))
                .isBetween(.8, 1.2);
        assertThat(places.distances(40)[17]).isEqualTo(distances[40]);
    }

    @Test
    void unitsDoNotMatter() {
        Matrix plain = random(200);
        Matrix other = Matrix.zeros(200, Timbre.SIZE);
        for (int i = 0; i < plain.values().length; i++) {
            int column = i % Timbre.SIZE;
            other.values()[i] = plain.values()[i] * (column + 1) * 10 - 50;
        }
        float[] a = Places.of(plain).distances(5);
        float[] b = Places.of(other).distances(5);
        for (int row = 0; row < 200; row++) {
            if (row != 5) {
                assertThat(b[row]).isBetween(a[row] - .01f, a[row] + .01f);
            }
        }
    }

    @Test
    void librariesOfOneTrackOrOfEqualOnesAreNoTrouble() {
        assertThat(Places.of(random(1)).distances(0)[0]).isLessThan(1e-2f);
        assertThat(Places.of(Matrix.zeros(3, Timbre.SIZE)).distances(1)).containsOnly(0f);
    }
}
