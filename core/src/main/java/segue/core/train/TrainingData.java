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
/// @param measures what was measured of items (sound, audio features), `items × measures`; rows
///   without cells are items of which nothing was measured
public record TrainingData(
        SparseMatrix matrix,
        SparseMatrix userFeatures,
        SparseMatrix itemFeatures,
        Labels labels,
        SparseMatrix ages,
        SparseMatrix measures) {

    public TrainingData {
        if (userFeatures.rows() != matrix.rows()
                || itemFeatures.rows() != matrix.columns()
                || measures.rows() != matrix.columns()) {
            throw new IllegalArgumentException(
                    "features of %d users and %d items, and measures of %d, do not fit %s"
                            .formatted(
                                    userFeatures.rows(),
                                    itemFeatures.rows(),
                                    measures.rows(),
                                    matrix));
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
                features.ages(),
                features.measures());
    }

    public TrainingData withUserFeatures(SparseMatrix features) {
        return new TrainingData(matrix, features, itemFeatures, labels, ages, measures);
    }

    public TrainingData withItemFeatures(SparseMatrix features) {
        return new TrainingData(matrix, userFeatures, features, labels, ages, measures);
    }

    public TrainingData withMeasures(SparseMatrix other) {
        return new TrainingData(matrix, userFeatures, itemFeatures, labels, ages, other);
    }

    /// The same knowledge with other weights.
    public TrainingData withMatrix(SparseMatrix other) {
        return new TrainingData(other, userFeatures, itemFeatures, labels, ages, measures);
    }

    /// What may be learned from while `split`, made from this matrix, is tested: of items that are
    /// held out from a user, that user has said nothing.
    public TrainingData trainOf(Split split) {
        return labels.size() == 0
                ? withMatrix(split.train())
                : new TrainingData(
                        split.train(),
                        new Features(userFeatures, labels, ages, measures).trainOf(split));
    }
}
