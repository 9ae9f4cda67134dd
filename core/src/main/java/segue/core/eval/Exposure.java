package segue.core.eval;

import java.util.Arrays;
import java.util.BitSet;
import segue.core.model.Rankings;

/// How often each item was shown in the first `k` places of all lists.
final class Exposure {

    private final int[] shown;
    private final BitSet candidates;

    /// @param users rows of `rankings` that count
    Exposure(Rankings rankings, int[] users, int k, int items, BitSet candidates) {
        this.shown = new int[items];
        this.candidates = candidates;
        for (int user : users) {
            for (int i = 0; i < Math.min(k, rankings.size(user)); i++) {
                shown[rankings.item(user, i)]++;
            }
        }
    }

    /// Share of the candidates that reached a list.
    double coverage() {
        int reached = 0;
        for (int times : shown) {
            reached += times > 0 ? 1 : 0;
        }
        return (double) reached / candidates.cardinality();
    }

    /// Gini coefficient over the candidates: 0 when all are shown alike, 1 when one takes it all.
    double gini() {
        int[] times = candidates.stream().map(item -> shown[item]).sorted().toArray();
        double weighted = 0;
        for (int i = 0; i < times.length; i++) {
            weighted += (2.0 * (i + 1) - times.length - 1) * times[i];
        }
        double total = Arrays.stream(times).asLongStream().sum();
        return weighted / (times.length * total);
    }

    /// Share of all places that went to a tier.
    double share(Catalogue catalogue, Catalogue.Tier tier) {
        long places = 0;
        long all = 0;
        for (int item = 0; item < shown.length; item++) {
            all += shown[item];
            places += catalogue.tier(item) == tier ? shown[item] : 0;
        }
        return (double) places / all;
    }
}
