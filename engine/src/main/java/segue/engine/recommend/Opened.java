package segue.engine.recommend;

import java.util.Arrays;
import segue.engine.catalogue.Catalogue;

/// A model beside the catalogue of what it ranks. Immutable and thread-safe.
final class Opened {

    private final OpenModel model;
    private final int[] rows;
    private final int[] columns;

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
}
