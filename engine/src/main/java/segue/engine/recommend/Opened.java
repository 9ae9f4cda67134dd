package segue.engine.recommend;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import segue.core.math.SparseVector;
import segue.core.model.Model;
import segue.core.model.Taste;
import segue.engine.catalogue.Catalogue;
import segue.library.Entry;

/// A model beside the catalogue of what it ranks. Both stand in the order of the ids. Thread-safe.
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
        int[] known = new int[plays.size()];
        float[] values = new float[known.length];
        int size = 0;
        for (int i = 0; i < known.length; i++) {
            int column = columns[plays.column(i)];
            if (column >= 0) {
                known[size] = column;
                values[size++] = plays.value(i);
            }
        }
        return model.trained()
                .weights()
                .apply(new SparseVector(Arrays.copyOf(known, size), Arrays.copyOf(values, size)));
    }

    /// What the model makes of someone's plays; empty if they tell it nothing.
    ///
    /// @param asTrained whether nothing but the plays that the library knows tells of them
    Optional<Taste> taste(Entry who, SparseVector plays, boolean asTrained) {
        SparseVector history = weigh(plays);
        OptionalInt user = model.trained().users().row(who.id());
        if (asTrained && user.isPresent() && !model.stale()) {
            return Optional.of(Taste.ofUser(user.getAsInt(), history));
        }
        return speaks(history)
                ? Optional.of(model.trained().model().settled(Taste.ofHistory(history)))
                : Optional.empty();
    }

    /// Whether there is anything that speaks for an item.
    static boolean speaks(SparseVector history) {
        for (int i = 0; i < history.size(); i++) {
            if (history.value(i) > 0) {
                return true;
            }
        }
        return false;
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
