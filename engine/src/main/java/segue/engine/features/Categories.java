package segue.engine.features;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The categories into which tracks part by their features.
///
/// @param name of the model
/// @param settings how it was trained
/// @param tracks how many it knows
/// @param leftOut tracks that lack one of the columns
/// @param columns the features it looks at
/// @param error ‖X − WHᵀ‖ divided by ‖X‖
/// @param elbow errors of other numbers of components
/// @param categories in the order of the components
/// @param seconds it took
/// @param file where the model is
public record Categories(
        String name,
        Map<String, Object> settings,
        int tracks,
        int leftOut,
        List<String> columns,
        double error,
        Elbow elbow,
        List<Category> categories,
        double seconds,
        String file) {

    public Categories {
        settings = new LinkedHashMap<>(settings);
        columns = List.copyOf(columns);
        categories = List.copyOf(categories);
    }

    /// One component.
    ///
    /// @param name after its strongest features
    /// @param tracks of which it is the dominant one
    /// @param loadings feature → weight, the strongest first; their squares sum to 1
    public record Category(String name, int tracks, SequencedMap<String, Double> loadings) {}
}
