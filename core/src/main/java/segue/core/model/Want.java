package segue.core.model;

import java.util.BitSet;

/// What a ranking should hold.
///
/// @param n how many items at the most, at least 1
/// @param known whether items of the taste's own history may appear
/// @param banned items that may not appear; not to be changed afterwards
public record Want(int n, boolean known, BitSet banned) {

    public Want {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, is " + n);
        }
    }

    /// The best `n` new items.
    public static Want top(int n) {
        return new Want(n, false, new BitSet());
    }

    public Want withKnown(boolean newKnown) {
        return new Want(n, newKnown, banned);
    }

    public Want withBanned(BitSet newBanned) {
        return new Want(n, known, newBanned);
    }
}
