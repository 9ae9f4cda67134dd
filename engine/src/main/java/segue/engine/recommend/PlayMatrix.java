package segue.engine.recommend;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import segue.core.data.Ids;
import segue.core.data.Interactions;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.catalogue.Catalogue;
import segue.library.Library;
import segue.library.Selection;

/// What everybody has, read at once, for servers: to ask the database of each takes longer than to
/// rank for them. Who gave feedback or did anything since is not in it. Immutable and thread-safe.
///
/// @param plays listeners × rows of the catalogue
/// @param doers who gave feedback
record PlayMatrix(Ids listeners, SparseMatrix plays, Set<String> doers) {

    /// @param selection which part of the library, without its minimums
    static PlayMatrix read(Library library, Selection selection, Catalogue catalogue, Run run) {
        Selection everything =
                selection.withMinPlays(0).withMinUsersPerItem(1).withMinItemsPerUser(1);
        Set<String> doers = Set.copyOf(library.bans(selection.items()).keySet());
        try {
            Interactions all = library.interactions(everything, run);
            return new PlayMatrix(all.users(), all.inColumnsOf(catalogue.ids()), doers);
        } catch (SegueException.NotFound _) {
            return new PlayMatrix(Ids.of(List.of()), SparseMatrix.empty(0, 0), doers);
        }
    }

    /// What someone has, in rows of the catalogue; empty: the database has to be asked.
    Optional<SparseVector> of(String listener) {
        OptionalInt row = doers.contains(listener) ? OptionalInt.empty() : listeners.row(listener);
        return row.isEmpty() ? Optional.empty() : Optional.of(plays.row(row.getAsInt()));
    }
}
