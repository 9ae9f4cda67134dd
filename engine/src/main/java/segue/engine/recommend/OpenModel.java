package segue.engine.recommend;

import java.util.Map;
import java.util.TreeMap;
import segue.core.math.SparseVector;
import segue.core.model.TrainedModel;
import segue.core.run.SegueException;
import segue.engine.train.About;
import segue.library.Kind;
import segue.library.Library;

/// A model opened beside the library it is asked about. Immutable and thread-safe.
///
/// @param trained the model
/// @param about what it was trained on
/// @param stale whether something was imported since then
public record OpenModel(TrainedModel trained, About about, boolean stale) {

    /// @throws SegueException.BadInput if the model is of no library
    public static OpenModel of(TrainedModel trained, Library library) {
        try {
            About about = About.of(trained.manifest());
            return new OpenModel(trained, about, library.revision() > about.revision());
        } catch (IllegalArgumentException e) {
            throw new SegueException.BadInput(
                    trained.manifest().name(),
                    0,
                    "this model cannot be used with a library: " + e.getMessage(),
                    e);
        }
    }

    public String name() {
        return trained.manifest().name();
    }

    /// The kind of thing in its rows.
    Kind subject() {
        return Kind.of(about.selection().rows());
    }

    /// The kind of thing that it ranks.
    Kind item() {
        return Kind.of(about.selection().items());
    }

    /// The part of a history (item id → plays) that the model knows, weighed as in training.
    SparseVector weigh(Map<String, Double> history) {
        return trained.weights().apply(known(history));
    }

    /// Values by column of the items that the model knows.
    SparseVector known(Map<String, Double> values) {
        TreeMap<Integer, Float> byColumn = new TreeMap<>();
        values.forEach(
                (id, value) ->
                        trained.items()
                                .row(id)
                                .ifPresent(column -> byColumn.put(column, value.floatValue())));
        int[] columns = byColumn.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] weights = new float[columns.length];
        for (int i = 0; i < columns.length; i++) {
            weights[i] = byColumn.getOrDefault(columns[i], 0f);
        }
        return new SparseVector(columns, weights);
    }
}
