package segue.engine.context;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.core.math.SparseVector;
import segue.library.OwnSlots;
import segue.library.TimeSlots;

/// When one listener plays what, at one moment: each item shrunk to what everybody does with it, as
/// far as the listener does not do otherwise with its artist. Immutable.
final class Habits {

    /// How many plays the listener's overall day counts more than the others'.
    private static final double DAY = 20;

    private final SlotProfiles profiles;
    private final SlotProfiles.At everybody;
    private final double shrinkage;
    private final boolean[] silent = new boolean[Part.COUNT];
    private final double[] usual = new double[Part.COUNT];
    private final Map<String, Sums> items = new LinkedHashMap<>();
    private final Map<String, Sums> artists = new HashMap<>();

    /// @param own the listener's plays
    /// @param shrinkage how many plays what everybody does counts
    Habits(SlotProfiles profiles, SlotWeights weights, List<OwnSlots> own, double shrinkage) {
        this.profiles = profiles;
        this.everybody = profiles.at(weights);
        this.shrinkage = shrinkage;
        Sums all = new Sums();
        for (OwnSlots sums : own) {
            Sums ofItem = new Sums(sums.counts(), weights);
            items.put(sums.item(), ofItem);
            all.add(ofItem);
            if (!sums.artist().isEmpty()) {
                artists.computeIfAbsent(sums.artist(), _ -> new Sums()).add(ofItem);
            }
        }
        for (int part = 0; part < usual.length; part++) {
            double base = this.everybody.usual(part);
            silent[part] = Double.isInfinite(profiles.shrinkage(part)) || !(base > 0);
            usual[part] = (all.sums[part] + DAY * base) / (all.plays + DAY);
        }
    }

    /// How much likelier an item is at the moment than at any, by part.
    double[] ratios(String item) {
        double[] ratios = everybody.ratios(item);
        String artist = profiles.artist(item);
        Sums ofArtist = artists.get(artist);
        if (ofArtist != null) {
            double[] prior = everybody.artistRatios(artist);
            double[] own = shrunk(ofArtist, prior);
            for (int part = 0; part < ratios.length; part++) {
                ratios[part] *= own[part] / prior[part];
            }
        }
        Sums sums = items.get(item);
        return sums == null ? ratios : shrunk(sums, ratios);
    }

    /// The ids of what the listener played at a known time.
    Set<String> items() {
        return items.keySet();
    }

    private double[] shrunk(Sums of, double[] prior) {
        double[] ratios = new double[Part.COUNT];
        for (int part = 0; part < ratios.length; part++) {
            ratios[part] =
                    silent[part]
                            ? prior[part]
                            : (of.sums[part] / usual[part] + shrinkage * prior[part])
                                    / (of.plays + shrinkage);
        }
        return ratios;
    }

    /// What was added up.
    private static final class Sums {
        private double plays;
        private final double[] sums = new double[Part.COUNT];

        Sums() {}

        Sums(SparseVector counts, SlotWeights weights) {
            for (int i = 0; i < counts.size(); i++) {
                int slot = counts.column(i);
                sums[Part.of(slot)] += counts.value(i) * weights.at(slot);
                plays += slot < TimeSlots.HOURS ? counts.value(i) : 0;
            }
        }

        void add(Sums other) {
            plays += other.plays;
            for (int part = 0; part < sums.length; part++) {
                sums[part] += other.sums[part];
            }
        }
    }
}
