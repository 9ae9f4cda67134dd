package segue.core.eval;

import java.util.EnumMap;
import java.util.Map;
import segue.core.data.Split;

/// Recall of one user's relevant items of the head, the middle or the tail alone.
final class TierRecall {

    private final Catalogue catalogue;
    private final Map<Catalogue.Tier, Integer> relevant = new EnumMap<>(Catalogue.Tier.class);

    /// Items that train does not have belong to the tail.
    TierRecall(Split split, Catalogue catalogue, int user) {
        this.catalogue = catalogue;
        for (int e = split.test().start(user); e < split.test().end(user); e++) {
            relevant.merge(catalogue.tier(split.test().column(e)), 1, Integer::sum);
        }
        relevant.merge(Catalogue.Tier.TAIL, split.unrankable().of(user), Integer::sum);
    }

    /// NaN where the user has no relevant item in the tier.
    double of(Catalogue.Tier tier, int[] items, boolean[] hit, int k) {
        int hits = 0;
        for (int i = 0; i < Math.min(k, items.length); i++) {
            hits += hit[i] && catalogue.tier(items[i]) == tier ? 1 : 0;
        }
        return (double) hits / relevant.getOrDefault(tier, 0);
    }
}
