package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.run.Progress;
import segue.core.run.Run;

class PredictorTest {

    /// Reference numbers: `B = solve(XᵀWX + λI, XᵀW(T − m))` and
    /// `α = solve(K + λW⁻¹, T − m)` with NumPy 2 on the four trusted rows.
    private static final SparseMatrix INPUTS =
            dense(new float[][] {{1, 0, 2}, {0, 1, 0}, {3, 1, 0}, {0, 0, 1}, {1, 1, 1}});

    private static final Matrix TARGETS =
            new Matrix(5, 2, new float[] {1, 0, 0, 2, 3, 1, 0, .5f, 9, 9});

    private static final float[] TRUST = {1, 2, .5f, 1, 0};

    private static final float[] RIDGE = {
        .91770234f,
        .04910648f,
        .2049184f,
        1.75594886f,
        2.67121843f,
        1.07343169f,
        .32557894f,
        .69386166f,
        .7970418f,
        1.11119369f
    };

    private static final float[] KERNEL = {
        .73262851f,
        .43096535f,
        .14540961f,
        1.64057526f,
        1.55285645f,
        1.07136617f,
        .25684831f,
        .85839239f,
        .63909046f,
        1.02974664f
    };

    @Test
    void ridgeGivesTheReferenceNumbers() {
        assertClose(new Ridge(.7).predict(INPUTS, TARGETS, TRUST, Run.quiet(1)), RIDGE);
    }

    @Test
    void kernelRidgeGivesTheReferenceNumbers() {
        Matrix told = new KernelRidge(.7, 1.5, 100).predict(INPUTS, TARGETS, TRUST, Run.quiet(1));
        assertClose(told, KERNEL);
    }

    @Property(tries = 30)
    void ridgeIsTheSameByInputsAndByItems(
            @ForAll @IntRange(min = 1, max = 12) int inputs, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SparseMatrix x = random(12, inputs, random);
        // A column of zeros more than there are items makes it solve for items.
        SparseMatrix wide =
                new SparseMatrix(12, inputs + 13, x.startArray(), x.columnArray(), x.valueArray());
        Matrix targets = targets(12, 3, random);
        float[] trust = new float[12];
        for (int i = 0; i < 12; i++) {
            trust[i] = i % 4 == 3 ? 0 : (float) random.nextDouble(.2, 2);
        }
        Ridge ridge = new Ridge(.5);
        Matrix byInputs = ridge.predict(x, targets, trust, Run.quiet(1));
        Matrix byItems = ridge.predict(wide, targets, trust, Run.quiet(1));
        for (int i = 0; i < 36; i++) {
            assertThat(byItems.values()[i]).isCloseTo(byInputs.values()[i], within(2e-3f));
        }
    }

    @Test
    void ridgeFindsALinearMapAndKernelRidgeACurve() {
        SplittableRandom random = new SplittableRandom(3);
        SparseMatrix x = random(400, 2, random);
        Matrix line = Matrix.zeros(400, 1);
        Matrix curve = Matrix.zeros(400, 1);
        for (int i = 0; i < 400; i++) {
            line.values()[i] = 2 * x.at(i, 0) - x.at(i, 1);
            curve.values()[i] = (float) Math.cos(3 * x.at(i, 0)) * x.at(i, 1);
        }
        float[] trust = new float[400];
        Arrays.fill(trust, 0, 300, 1);
        assertThat(error(new Ridge(.01), x, line, trust)).isLessThan(.01);
        assertThat(error(new Ridge(.01), x, curve, trust)).isGreaterThan(.5);
        assertThat(error(new KernelRidge(.01), x, curve, trust)).isLessThan(.05);
        // 60 landmarks instead of 300 items are nearly as good.
        assertThat(error(new KernelRidge(.01, Double.NaN, 60), x, curve, trust)).isLessThan(.06);
    }

    @Test
    void tellsTheMeanOfWhatNothingIsKnown() {
        SparseMatrix x =
                new SparseMatrix(
                        3, 1, new int[] {0, 1, 2, 2}, new int[] {0, 0}, new float[] {1, -1});
        Matrix targets = new Matrix(3, 1, new float[] {5, 3, 99});
        Matrix told = new Ridge(1e-6).predict(x, targets, new float[] {1, 1, 0}, Run.quiet(1));
        assertThat(told.at(0, 0)).isCloseTo(5, within(1e-3f));
        assertThat(told.at(2, 0)).isCloseTo(4, within(1e-6f));
    }

    @Test
    void givesTheSameBytesAtAnyNumberOfThreads() {
        SplittableRandom random = new SplittableRandom(9);
        SparseMatrix x = random(300, 5, random);
        Matrix targets = targets(300, 4, random);
        float[] trust = new float[300];
        Arrays.fill(trust, 0, 250, 1);
        for (Predictor predictor : new Predictor[] {new Ridge(1), new KernelRidge(1, 2, 50)}) {
            assertThat(predictor.predict(x, targets, trust, new Run(1, 4, Progress.NONE)))
                    .isEqualTo(predictor.predict(x, targets, trust, new Run(1, 1, Progress.NONE)));
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> new Ridge(0)).hasMessageContaining("regularization");
        assertThatThrownBy(() -> new Ridge(1).predict(INPUTS, TARGETS, new float[5], Run.quiet(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no item is trusted");
        assertThatThrownBy(() -> new Ridge(1).predict(INPUTS, TARGETS, new float[4], Run.quiet(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// The mean squared error on what is not trusted, as a share of the variance.
    private static double error(Predictor predictor, SparseMatrix x, Matrix y, float[] trust) {
        Matrix told = predictor.predict(x, y, trust, Run.quiet(1));
        double off = 0;
        double all = 0;
        for (int i = 0; i < trust.length; i++) {
            if (trust[i] == 0) {
                off += Math.pow(told.at(i, 0) - y.at(i, 0), 2);
                all += Math.pow(y.at(i, 0), 2);
            }
        }
        return off / all;
    }

    private static void assertClose(Matrix told, float[] expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(told.values()[i]).isCloseTo(expected[i], within(1e-4f));
        }
    }

    private static SparseMatrix random(int rows, int columns, SplittableRandom random) {
        float[][] values = new float[rows][columns];
        for (float[] row : values) {
            for (int c = 0; c < columns; c++) {
                row[c] = (float) random.nextDouble(-1, 1);
            }
        }
        return dense(values);
    }

    private static Matrix targets(int rows, int columns, SplittableRandom random) {
        Matrix targets = Matrix.zeros(rows, columns);
        for (int i = 0; i < targets.values().length; i++) {
            targets.values()[i] = (float) random.nextDouble(-1, 1);
        }
        return targets;
    }

    static SparseMatrix dense(float[][] values) {
        int columns = values[0].length;
        int[] starts = new int[values.length + 1];
        int[] columnOf = new int[values.length * columns];
        float[] flat = new float[columnOf.length];
        for (int row = 0; row < values.length; row++) {
            starts[row + 1] = (row + 1) * columns;
            for (int c = 0; c < columns; c++) {
                columnOf[row * columns + c] = c;
                flat[row * columns + c] = values[row][c];
            }
        }
        return new SparseMatrix(values.length, columns, starts, columnOf, flat);
    }
}
