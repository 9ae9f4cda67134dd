package segue.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

public class SparseMatrixTest {

    @Property(tries = 100)
    void transposesTwiceToItself(
            @ForAll @IntRange(min = 0, max = 30) int rows,
            @ForAll @IntRange(min = 1, max = 30) int columns,
            @ForAll long seed) {
        SparseMatrix matrix = random(rows, columns, .3, seed);
        SparseMatrix transposed = matrix.transpose();
        assertThat(transposed.transpose()).isEqualTo(matrix);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                assertThat(transposed.contains(column, row))
                        .isEqualTo(matrix.contains(row, column));
            }
        }
    }

    @Example
    void namesTheCellThatDoesNotFit() {
        int[] starts = {0, 2};
        assertThatThrownBy(() -> new SparseMatrix(1, 5, starts, new int[] {3, 3}, new float[2]))
                .hasMessage("row 0: column 3 after 3, of 5 columns");
        assertThatThrownBy(() -> new SparseMatrix(1, 5, starts, new int[] {3, 5}, new float[2]))
                .hasMessage("row 0: column 5 after 3, of 5 columns");
        assertThatThrownBy(
                        () ->
                                new SparseMatrix(
                                        1, 5, starts, new int[] {3, 4}, new float[] {1, Float.NaN}))
                .hasMessage("row 0, column 4: value NaN is not a finite number");
    }

    /// A matrix with each cell filled with probability `density`; values 1..100.
    public static SparseMatrix random(int rows, int columns, double density, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] starts = new int[rows + 1];
        int[] columnOf = new int[rows * columns];
        float[] values = new float[rows * columns];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (random.nextDouble() < density) {
                    columnOf[size] = column;
                    values[size++] = random.nextInt(1, 101);
                }
            }
            starts[row + 1] = size;
        }
        return new SparseMatrix(
                rows, columns, starts, Arrays.copyOf(columnOf, size), Arrays.copyOf(values, size));
    }
}
