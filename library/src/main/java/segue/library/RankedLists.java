package segue.library;

import java.util.function.Consumer;
import segue.core.data.Ids;

/// Ranked lists for many, to be written to a file: one row for each place in each list.
///
/// @param subject whom the lists are for
/// @param subjects their ids
/// @param item what is ranked
/// @param items their ids
/// @param rows hands every row to the sink, list after list
public record RankedLists(Kind subject, Ids subjects, Kind item, Ids items, Consumer<Sink> rows) {

    /// Takes one place of one list.
    @FunctionalInterface
    public interface Sink {
        /// @param subject row in `subjects`
        /// @param rank from 1
        /// @param item row in `items`
        void row(int subject, int rank, int item, float score, float rawScore);
    }
}
