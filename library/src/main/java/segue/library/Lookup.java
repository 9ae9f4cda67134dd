package segue.library;

import java.util.List;

/// The answer to a name that someone typed.
public sealed interface Lookup {

    /// Exactly one thing is meant.
    record Found(Entry entry) implements Lookup {}

    /// Nothing has this name. `nearest` holds what is spelled alike, best first; empty where
    /// nothing is near.
    record Unclear(List<Entry> nearest) implements Lookup {
        public Unclear {
            nearest = List.copyOf(nearest);
        }
    }
}
