package segue.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import segue.core.run.Run;

class SvdTest {

    @Test
    void givesTheWholeMatrixBackAtFullRank() {
        SparseMatrix matrix = SparseMatrixTest.random(30, 12, .3, 1);
        Svd svd = svd(matrix, 12);
        for (int row = 0; row < 30; row++) {
            for (int column = 0; column < 12; column++) {
                double sum = 0;
                for (int k = 0; k < 12; k++) {
                    sum +=
                            svd.left().at(row, k)
                                    * svd.values().at(0, k)
                                    * svd.right().at(column, k);
                }
                SparseVector entries = matrix.row(row);
                double expected = 0;
                for (int i = 0; i < entries.size(); i++) {
                    expected += entries.column(i) == column ? entries.value(i) : 0;
                }
                assertThat(sum).isCloseTo(expected, within(2e-4));
            }
        }
    }

    @Test
    void leavesNothingBeyondTheRankOfTheMatrix() {
        SparseMatrix ones =
                new SparseMatrix(
                        2,
                        2,
                        new int[] {0, 2, 4},
                        new int[] {0, 1, 0, 1},
                        new float[] {1, 1, 1, 1});
        Svd svd = svd(ones, 2);
        assertThat(svd.values().at(0, 0)).isCloseTo(2, within(1e-5f));
        assertThat(svd.values().at(0, 1)).isCloseTo(0, within(1e-3f));
        assertThat(svd.left().at(0, 1)).isZero();
    }

    @Test
    void refusesMoreThanTheSmallerSide() {
        SparseMatrix matrix = SparseMatrixTest.random(5, 4, .9, 1);
        assertThatThrownBy(() -> svd(matrix, 5)).hasMessage("rank must be 1..4, is 5");
    }

    private static Svd svd(SparseMatrix matrix, int rank) {
        return Svd.of(matrix, matrix.transpose(), rank, new SplittableRandom(1), Run.quiet(1));
    }
}
