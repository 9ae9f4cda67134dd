package segue.core.train;

import java.util.Locale;
import segue.core.math.SparseMatrix;
import segue.core.model.Model;
import segue.core.model.UserNeighbourModel;
import segue.core.run.Run;

/// User-user collaborative filtering (Resnick et al. 1994): what the `neighbours` users most like a
/// person play. Nothing is trained but the weights of the profiles.
///
/// @param similarity how likeness is measured; one of those that are dot products
/// @param neighbours users asked
public record UserKnn(Similarity similarity, int neighbours) implements Algorithm {

    public static final UserKnn DEFAULTS = new UserKnn(Similarity.TFIDF, 50);

    public UserKnn {
        if (similarity.counts()) {
            throw new IllegalArgumentException(
                    "user-knn compares by cosine, tfidf or bm25, not by "
                            + similarity.name().toLowerCase(Locale.ROOT));
        }
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, is " + neighbours);
        }
    }

    @Override
    public Model fit(TrainingData data, Run run) {
        SparseMatrix histories = data.matrix();
        return new UserNeighbourModel(
                histories,
                similarity.weigh(histories).transpose(),
                similarity.weights(histories),
                neighbours);
    }
}
