package segue.core.model;

import java.util.Comparator;
import java.util.List;

/// Why an item was recommended: an item of the person's history and its share in the score.
///
/// @param kind what ties the two together
/// @param item the item of the history
/// @param weight its part of the score, in the units of the raw score; parts may be negative and
///   add up to the score where the model is linear
public record Reason(Kind kind, int item, float weight) {

    /// The `n` weightiest of some reasons, among equals the smaller item first.
    static List<Reason> strongest(List<Reason> reasons, int n) {
        return reasons.stream()
                .sorted(
                        Comparator.comparingDouble((Reason r) -> -r.weight())
                                .thenComparingInt(Reason::item))
                .limit(n)
                .toList();
    }

    public enum Kind {
        /// "because you play X"
        PLAYED
    }
}
