package segue.engine.context;

import java.util.List;
import java.util.Optional;

/// What a moment changes about candidates. Immutable.
///
/// @param items one for each candidate, in their order
/// @param notes what people should know: that times or features are missing
public record Boosts(List<Boost> items, List<String> notes) {

    public Boosts {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    /// What a moment changes about one item.
    ///
    /// @param log the logarithm of how much likelier the item is at this moment than at any: add it
    ///   to the logarithm of a score; 0 where nothing is known
    /// @param reason for people, where the moment speaks clearly for it: "mostly played around
    ///   23:00"
    public record Boost(double log, Optional<String> reason) {

        /// Nothing is known.
        public static final Boost NONE = new Boost(0, Optional.empty());

        /// A score with it: a positive one becomes larger for what suits the moment, a negative one
        /// comes nearer to 0.
        public double of(double score) {
            return score >= 0 ? score * Math.exp(log) : score * Math.exp(-log);
        }
    }
}
