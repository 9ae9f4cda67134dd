package segue.core.eval;

import java.util.Arrays;
import java.util.BitSet;
import segue.core.math.SparseMatrix;

/// What the training part says of each item: who has it, how surprising it is, whether it belongs
/// to the head or the tail. Immutable and thread-safe.
final class Catalogue {

    /// Part of all cells that makes the head, and the tail.
    private static final double PART = .2;

    /// Where an item stands in popularity.
    enum Tier {
        HEAD,
        MIDDLE,
        TAIL
    }

    private final int people;
    private final BitSet candidates;
    private final SparseMatrix byItem;
    private final Tier[] tiers;

    Catalogue(SparseMatrix train, BitSet candidates) {
        this.people = train.rows();
        this.candidates = candidates;
        this.byItem = train.transpose();
        this.tiers = tiers(byItem);
    }

    private static Tier[] tiers(SparseMatrix byItem) {
        long[] order = new long[byItem.rows()];
        Arrays.setAll(order, item -> ((long) byItem.count(item) << 32) | item);
        Arrays.sort(order);
        double part = PART * byItem.entries();
        Tier[] tiers = new Tier[order.length];
        long cells = 0;
        for (long key : order) {
            int item = (int) key;
            cells += byItem.count(item);
            tiers[item] =
                    cells <= part
                            ? Tier.TAIL
                            : cells > byItem.entries() - part ? Tier.HEAD : Tier.MIDDLE;
        }
        return tiers;
    }

    BitSet candidates() {
        return candidates;
    }

    /// The training users, row by row of the items.
    SparseMatrix byItem() {
        return byItem;
    }

    int people() {
        return people;
    }

    Tier tier(int item) {
        return tiers[item];
    }

    /// Share of the training users who have the item.
    double popularity(int item) {
        return (double) byItem.count(item) / people;
    }

    /// −log₂ of [#popularity]; an item that nobody has counts as one that a single user has.
    double surprise(int item) {
        return Math.log((double) people / Math.max(1, byItem.count(item))) / Math.log(2);
    }
}
