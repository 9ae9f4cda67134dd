package segue.core.model;

/// Why an item was recommended: an item of the person's history and its share in the score.
///
/// @param kind what ties the two together
/// @param item the item of the history
/// @param weight its part of the score, in the units of the raw score; parts may be negative and
///   add up to the score where the model is linear
public record Reason(Kind kind, int item, float weight) {

    public enum Kind {
        /// "because you play X"
        PLAYED
    }
}
