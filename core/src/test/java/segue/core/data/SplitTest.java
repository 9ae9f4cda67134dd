package segue.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseMatrixTest;

class SplitTest {

    @Property(tries = 50)
    void everyCellIsInExactlyOnePartAndTheShareIsRoundedDown(
            @ForAll long seed, @ForAll @DoubleRange(min = .05, max = .95) double share) {
        SparseMatrix matrix = SparseMatrixTest.random(20, 30, .3, seed);
        Split split = Split.random(matrix, share, new SplittableRandom(seed));
        for (int user = 0; user < 20; user++) {
            assertThat(split.test().count(user)).isEqualTo((int) (matrix.count(user) * share));
            for (int item = 0; item < 30; item++) {
                boolean train = split.train().contains(user, item);
                boolean test = split.test().contains(user, item);
                assertThat(train && test).isFalse();
                assertThat(train || test).isEqualTo(matrix.contains(user, item));
            }
        }
        assertThat(Split.random(matrix, share, new SplittableRandom(seed)).test())
                .isEqualTo(split.test());
    }
}
