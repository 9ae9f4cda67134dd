package segue.core.train;

import segue.core.math.SparseMatrix;

/// What an algorithm learns from.
///
/// @param matrix weights, `users × items`
public record TrainingData(SparseMatrix matrix) {}
