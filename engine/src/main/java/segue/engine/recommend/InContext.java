package segue.engine.recommend;

import java.util.Map;
import segue.core.math.SparseVector;
import segue.core.model.Taste;
import segue.engine.context.ContextReranker;
import segue.engine.context.Moment;
import segue.library.Entry;
import segue.library.Items;
import segue.library.Kind;

/// What a moment makes of a taste.
///
/// @param reranker knows the library
record InContext(ContextReranker reranker, Moment moment) {

    /// A taste in which what is played at that time counts more.
    Taste taste(Taste usual, Entry who, OpenModel model) {
        if (moment.at().isEmpty() || model.subject() != Kind.LISTENER) {
            return usual;
        }
        Map<String, Double> factors = reranker.weights(who.id(), items(model), moment);
        if (factors.isEmpty()) {
            return usual;
        }
        SparseVector history = usual.history();
        int[] columns = new int[history.size()];
        float[] values = new float[columns.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = history.column(i);
            String id = model.trained().items().id(columns[i]);
            values[i] = (float) (history.value(i) * factors.getOrDefault(id, 1.0));
        }
        return Taste.ofHistory(new SparseVector(columns, values));
    }

    private static Items items(OpenModel model) {
        return model.about().selection().items();
    }
}
