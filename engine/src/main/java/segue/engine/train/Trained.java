package segue.engine.train;

import java.util.Map;

/// What a training made.
///
/// @param users rows it learned from
/// @param items columns it ranks
/// @param cells cells it learned from
/// @param metrics numbers it ended with
/// @param readSeconds seconds to read the matrix from the library
/// @param trainSeconds seconds to train
/// @param replaced whether a model of the same name was there before
/// @param file where the model is
public record Trained(
        String name,
        String algorithm,
        Map<String, Object> settings,
        String weighting,
        long seed,
        int users,
        int items,
        int cells,
        Map<String, Double> metrics,
        double readSeconds,
        double trainSeconds,
        boolean replaced,
        String file) {}
