package segue.engine.recommend;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import segue.core.math.SparseVector;
import segue.core.model.Model;
import segue.engine.catalogue.Catalogue;

/// A model beside the catalogue of what it ranks. Thread-safe.
final class Opened {

    private final OpenModel model;
    private final int[] rows;
    private final int[] columns;
    private volatile Optional<Model.Search> search = Optional.empty();

    Opened(OpenModel model, Catalogue catalogue) {
        this.model = model;
        this.rows = new int[model.trained().items().size()];
        this.columns = new int[catalogue.size()];
        Arrays.fill(columns, -1);
        for (int column = 0; column < rows.length; column++) {
            rows[column] = catalogue.row(model.trained().items().id(column)).orElse(-1);
            if (rows[column] >= 0) {
                columns[rows[column]] = column;
            }
        }
    }

    OpenModel model() {
        return model;
    }

    /// The catalogue's row of an item of the model; -1: not in the library any more.
    int row(int column) {
        return rows[column];
    }

    /// The model's item of a row of the catalogue; -1: the model does not know it.
    int column(int row) {
        return columns[row];
    }

    /// Plays of rows of the catalogue, as far as the model knows them, weighed as in training.
    SparseVector weigh(SparseVector plays) {
        TreeMap<Integer, Float> weights = new TreeMap<>();
        for (int i = 0; i < plays.size(); i++) {
            int column = columns[plays.column(i)];
            if (column >= 0) {
                weights.put(column, plays.value(i));
            }
        }
        int[] known = new int[weights.size()];
        float[] values = new float[known.length];
        int at = 0;
        for (Map.Entry<Integer, Float> one : weights.entrySet()) {
            known[at] = one.getKey();
            values[at++] = one.getValue();
        }
        return model.trained().weights().apply(new SparseVector(known, values));
    }

    /// Finds the model's best; made when it is first asked for.
    Model.Search search() {
        Optional<Model.Search> made = search;
        if (made.isPresent()) {
            return made.get();
        }
        synchronized (this) {
            if (search.isEmpty()) {
                search = Optional.of(model.trained().model().search());
            }
            return search.orElseThrow();
        }
    }
}
