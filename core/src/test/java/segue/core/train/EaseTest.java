package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseMatrixTest;
import segue.core.model.Model;
import segue.core.model.Taste;
import segue.core.run.Run;
import segue.core.run.SegueException;

class EaseTest implements ModelContract {

    @Override
    public Algorithm algorithm() {
        return new Ease(10);
    }

    @Test
    void bothSidesGiveTheSameScoresToNewItems() {
        SparseMatrix matrix = SparseMatrixTest.random(30, 45, .2, 5);
        Ease ease = new Ease(50);
        Model byUsers = ease.byUsers(matrix, Run.quiet(1));
        Model byItems = ease.byItems(matrix, Run.quiet(1));
        float[] a = new float[45];
        float[] b = new float[45];
        for (int user = 0; user < 30; user++) {
            byUsers.score(Taste.ofUser(user, matrix.row(user)), a);
            byItems.score(Taste.ofHistory(matrix.row(user)), b);
            for (int item = 0; item < 45; item++) {
                if (!matrix.contains(user, item)) {
                    assertThat(a[item]).isCloseTo(b[item], within(1e-2f));
                }
            }
        }
    }

    @Test
    void saysHowMuchMemoryItWouldNeed() {
        int side = 200_000;
        SparseMatrix empty =
                new SparseMatrix(side, side, new int[side + 1], new int[0], new float[0]);
        assertThatThrownBy(() -> Ease.DEFAULTS.fit(new TrainingData(empty), Run.quiet(1)))
                .isInstanceOf(SegueException.Failed.class)
                .hasMessageContaining("needs 480.0 GB");
    }
}
