package segue.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.audio.feature.Timbre;
import segue.core.math.Matrix;

class SoundSpaceTest {

    private static Matrix random(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(7);
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = random.nextFloat();
        }
        return matrix;
    }

    @Test
    void aTrackIsAtNoDistanceFromItselfAndATypicalOneAtOne() {
        SoundSpace space = SoundSpace.of(random(300, Timbre.SIZE));
        float[] distances = space.distances(17);
        assertThat(distances[17]).isLessThan(1e-3f);
        assertThat(IntStream.range(0, 300).mapToDouble(i -> distances[i]).average().orElse(0))
                .isBetween(.8, 1.2);
        assertThat(space.distances(40)[17]).isEqualTo(distances[40]);
    }

    @Test
    void unitsDoNotMatterAndNorDoesOneOddTrack() {
        Matrix plain = random(200, 12);
        Matrix odd = Matrix.zeros(200, 12);
        for (int row = 0; row < 200; row++) {
            for (int column = 0; column < 12; column++) {
                odd.values()[odd.offset(row) + column] =
                        plain.at(row, column) * (column + 1) * 1000 - 50;
            }
        }
        odd.values()[3] = 1e9f;
        float[] a = SoundSpace.of(plain).distances(5);
        float[] b = SoundSpace.of(odd).distances(5);
        for (int row = 1; row < 200; row++) {
            assertThat(b[row]).isBetween(a[row] - .02f, a[row] + .02f);
        }
    }

    @Test
    void componentsThatAreTheSameForAllAndLibrariesOfOneTrackAreNoTrouble() {
        assertThat(SoundSpace.of(Matrix.zeros(1, 4)).distances(0)).containsExactly(0f);
        assertThat(SoundSpace.of(Matrix.zeros(3, 4)).distances(1)).containsOnly(0f);
    }
}
