package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseMatrixTest;
import segue.core.model.NeighbourModel;
import segue.core.run.Run;

class ItemKnnTest implements ModelContract {

    @Override
    public Algorithm algorithm() {
        return ItemKnn.DEFAULTS;
    }

    @Test
    void cosineAndJaccardAreWhatTheirDefinitionsSay() {
        SparseMatrix matrix = SparseMatrixTest.random(40, 25, .3, 3);
        SparseMatrix byItem = matrix.transpose();
        SparseMatrix cosine = links(matrix, "cosine", "25");
        SparseMatrix jaccard = links(matrix, "jaccard", "25");
        for (int i = 0; i < 25; i++) {
            for (int j = 0; j < 25; j++) {
                double dot = 0;
                double squareI = 0;
                double squareJ = 0;
                int both = 0;
                for (int user = 0; user < 40; user++) {
                    float x = byItem.at(i, user);
                    float y = byItem.at(j, user);
                    dot += x * y;
                    squareI += x * x;
                    squareJ += y * y;
                    both += x > 0 && y > 0 ? 1 : 0;
                }
                double union = byItem.count(i) + byItem.count(j) - both;
                assertThat((double) cosine.at(i, j))
                        .isCloseTo(i == j ? 0 : dot / Math.sqrt(squareI * squareJ), within(1e-5));
                assertThat((double) jaccard.at(i, j))
                        .isCloseTo(i == j ? 0 : both / union, within(1e-6));
            }
        }
    }

    @Test
    void keepsTheStrongestLinksOnly() {
        SparseMatrix matrix = SparseMatrixTest.random(40, 25, .3, 3);
        SparseMatrix all = links(matrix, "cosine", "25");
        SparseMatrix few = links(matrix, "cosine", "3");
        for (int i = 0; i < 25; i++) {
            assertThat(few.count(i)).isEqualTo(3);
            float weakest = Float.POSITIVE_INFINITY;
            for (int e = few.start(i); e < few.end(i); e++) {
                weakest = Math.min(weakest, few.value(e));
            }
            int stronger = 0;
            for (int e = all.start(i); e < all.end(i); e++) {
                stronger += all.value(e) > weakest ? 1 : 0;
            }
            assertThat(stronger).isEqualTo(2);
        }
    }

    @Test
    void likelihoodSeesOnlyOverlapsBeyondChance() {
        // Of 100 columns, rows of 10 that share 10, 1 and 0: certain, chance, less than chance.
        assertThat(Similarity.LIKELIHOOD.of(10, 10, 10, 100)).isCloseTo(.985, within(.001));
        assertThat(Similarity.LIKELIHOOD.of(1, 10, 10, 100)).isCloseTo(0, within(1e-9));
        assertThat(Similarity.LIKELIHOOD.of(0, 10, 10, 100)).isZero();
    }

    private static SparseMatrix links(SparseMatrix matrix, String similarity, String keep) {
        Algorithm knn =
                Algorithms.of("item-knn", Map.of("similarity", similarity, "neighbours", keep));
        return ((NeighbourModel) knn.fit(new TrainingData(matrix), Run.quiet(1))).links();
    }
}
