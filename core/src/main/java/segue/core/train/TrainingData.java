package segue.core.train;

import segue.core.data.Features;
import segue.core.data.Labels;
import segue.core.data.Split;
import segue.core.math.SparseMatrix;

/// What an algorithm learns from.
///
/// @param matrix weights, `users × items`
/// @param userFeatures what is known of users besides, `users × user features`; no columns where
///   nothing is
/// @param itemFeatures what is known of items besides (tags, genres), `items × item features`; no
///   columns where nothing is
/// @param labels what users said of items, where item features come from that
/// @param ages how many days ago users last had to do with items, `users × items`; cells without a
///   time, or that are not in the matrix, say nothing
public record TrainingData(
        SparseMatrix matrix,
        SparseMatrix userFeatures,
        SparseMatrix itemFeatures,
        Labels labels,
        SparseMatrix ages) {

    public TrainingData {
        if (userFeatures.rows() != matrix.rows() || itemFeatures.rows() != matrix.columns()) {
            throw new IllegalArgumentException(
                    "features of %d users and %d items do not fit %s"
                            .formatted(userFeatures.rows(), itemFeatures.rows(), matrix));
        }
    }

    /// Nothing but weights.
    public TrainingData(SparseMatrix matrix) {
        this(matrix, Features.none(matrix));
    }

    /// Weights and what else is known.
    public TrainingData(SparseMatrix matrix, Features features) {
        this(
                matrix,
                features.users(),
                features.labels().features(),
                features.labels(),
                features.ages());
    }

    public TrainingData withUserFeatures(SparseMatrix features) {
        return new TrainingData(matrix, features, itemFeatures, labels, ages);
    }

    public TrainingData withItemFeatures(SparseMatrix features) {
        return new TrainingData(matrix, userFeatures, features, labels, ages);
    }

    /// The same knowledge with other weights.
    public TrainingData withMatrix(SparseMatrix other) {
        return new TrainingData(other, userFeatures, itemFeatures, labels, ages);
    }

    /// What may be learned from while `split`, made from this matrix, is tested: of items that are
    /// held out from a user, that user has said nothing.
    public TrainingData trainOf(Split split) {
        return labels.size() == 0
                ? withMatrix(split.train())
                : new TrainingData(
                        split.train(), new Features(userFeatures, labels, ages).trainOf(split));
    }
}
