package segue.core.train;

import java.util.Locale;
import java.util.Optional;
import segue.core.math.SparseMatrix;
import segue.core.model.Model;
import segue.core.model.UserNeighbourModel;
import segue.core.run.Run;

/// User-user collaborative filtering (Resnick et al. 1994): what the `neighbours` users most like a
/// person play. Nothing is trained but the weights of the profiles.
///
/// @param similarity how likeness is measured; one of those that are dot products
/// @param neighbours users asked
/// @param from whether users are alike who play the same, or who have the same features (friends,
///   and friends in common); who has no features, and who is new, is compared by plays
public record UserKnn(Similarity similarity, int neighbours, From from) implements Algorithm {

    public static final UserKnn DEFAULTS = new UserKnn(Similarity.TFIDF, 50, From.PLAYS);

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
    public Optional<String> missing(TrainingData data) {
        return from == From.FEATURES && data.userFeatures().entries() == 0
                ? Optional.of("needs friends: import some, or give a file of them with --friends")
                : Optional.empty();
    }

    @Override
    public Model fit(TrainingData data, Run run) {
        missing(data)
                .ifPresent(
                        what -> {
                            throw new IllegalArgumentException("user-knn/from=features " + what);
                        });
        SparseMatrix histories = data.matrix();
        return new UserNeighbourModel(
                histories,
                similarity.weigh(histories).transpose(),
                similarity.weights(histories),
                neighbours,
                from == From.FEATURES
                        ? links(data.userFeatures(), run)
                        : SparseMatrix.empty(histories.rows(), histories.rows()));
    }

    /// The nearest users by cosine of their features.
    private SparseMatrix links(SparseMatrix features, Run run) {
        SparseMatrix weighed = Similarity.COSINE.weigh(features);
        return Overlaps.topLinks(
                weighed,
                weighed.transpose(),
                neighbours,
                (user, other, dot, shared) -> (float) dot,
                run);
    }
}
