package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import segue.core.math.SparseMatrix;
import segue.core.model.Model;
import segue.core.model.Taste;
import segue.core.model.Want;

class RandomTest implements ModelContract {

    @Override
    public Algorithm algorithm() {
        return Random.DEFAULTS;
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Test
    void givesEverybodyAnOrderOfTheirOwn() {
        SparseMatrix matrix = ModelContract.checkerboard(50);
        Model model = fit(matrix, 1);
        Set<Integer> first = new HashSet<>();
        for (int user = 0; user < 50; user++) {
            first.add(model.recommend(Taste.ofUser(user, matrix.row(user)), Want.top(1)).item(0));
        }
        assertThat(first).hasSizeGreaterThan(20);
    }
}
