package segue.core.train;

import segue.core.math.SparseMatrix;

/// What an algorithm learns from.
///
/// @param matrix weights, `users × items`
/// @param userFeatures what is known of users besides, `users × user features`; no columns where
///   nothing is
/// @param itemFeatures what is known of items besides (tags, genres), `items × item features`; no
///   columns where nothing is
public record TrainingData(
        SparseMatrix matrix, SparseMatrix userFeatures, SparseMatrix itemFeatures) {

    public TrainingData {
        if (userFeatures.rows() != matrix.rows() || itemFeatures.rows() != matrix.columns()) {
            throw new IllegalArgumentException(
                    "features of %d users and %d items do not fit %s"
                            .formatted(userFeatures.rows(), itemFeatures.rows(), matrix));
        }
    }

    /// Nothing but weights.
    public TrainingData(SparseMatrix matrix) {
        this(matrix, SparseMatrix.empty(matrix.rows(), 0), SparseMatrix.empty(matrix.columns(), 0));
    }

    public TrainingData withUserFeatures(SparseMatrix features) {
        return new TrainingData(matrix, features, itemFeatures);
    }

    public TrainingData withItemFeatures(SparseMatrix features) {
        return new TrainingData(matrix, userFeatures, features);
    }
}
