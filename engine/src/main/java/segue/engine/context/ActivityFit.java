package segue.engine.context;

import java.util.HashMap;
import java.util.Map;
import segue.library.FeatureTrack;
import segue.library.Items;
import segue.library.TagVotes;
import segue.library.TrackFeatures;

/// How well items suit an activity: by their features, else by the tags people gave them. Immutable
/// and thread-safe.
final class ActivityFit {

    /// How much fully suitable music gains, natural logarithm; unsuitable music loses as much.
    private static final double MOST = 1.5;

    /// So many taggings that say nothing are added, so that one tag alone says little.
    private static final double DOUBT = 4;

    private final Map<String, Double> byFeatures;
    private final Map<String, Double> byTags;

    private ActivityFit(Map<String, Double> byFeatures, Map<String, Double> byTags) {
        this.byFeatures = byFeatures;
        this.byTags = byTags;
    }

    /// @param artists track id → artist id; read only where the items are artists
    /// @param tags item id → what its tags say
    static ActivityFit of(
            Activity activity,
            Items items,
            TrackFeatures features,
            Map<String, String> artists,
            Map<String, TagVotes> tags) {
        Map<String, double[]> sums = new HashMap<>();
        for (int row = 0; row < features.tracks().size(); row++) {
            double fit = fit(activity, features, row);
            FeatureTrack track = features.tracks().get(row);
            String id = items == Items.TRACKS ? track.id() : artists.getOrDefault(track.id(), "");
            if (!Double.isNaN(fit) && !id.isEmpty()) {
                double[] sum = sums.computeIfAbsent(id, _ -> new double[2]);
                sum[0] += fit;
                sum[1]++;
            }
        }
        Map<String, Double> byFeatures = new HashMap<>();
        sums.forEach((id, sum) -> byFeatures.put(id, sum[0] / sum[1]));
        Map<String, Double> byTags = new HashMap<>();
        tags.forEach((id, votes) -> byTags.put(id, tagged(votes)));
        return new ActivityFit(byFeatures, byTags);
    }

    /// What is known of an item: 1 suits, 0 does not; NaN where nothing is known.
    double of(String item) {
        return byFeatures.getOrDefault(item, byTags.getOrDefault(item, Double.NaN));
    }

    /// Whether it is features that say so.
    boolean measured(String item) {
        return byFeatures.containsKey(item);
    }

    /// The logarithm that a fit moves a score by; 0 for the unknown.
    static double log(double fit) {
        return Double.isNaN(fit) ? 0 : MOST * (2 * fit - 1);
    }

    /// Of one track: the bell over how far off its targets it is, on average; NaN where none of
    /// them is known.
    static double fit(Activity activity, TrackFeatures features, int row) {
        double off = 0;
        double weights = 0;
        for (Activity.Target target : activity.targets()) {
            double value = features.at(row, target.feature());
            if (!Double.isNaN(value)) {
                double z = (value - target.wanted()) / target.width();
                off += target.weight() * Math.min(z * z, 9);
                weights += target.weight();
            }
        }
        return weights == 0 ? Double.NaN : StrictMath.exp(-off / weights / 2);
    }

    private static double tagged(TagVotes votes) {
        double all = votes.good() + votes.bad();
        return .5 + .5 * (votes.good() - votes.bad()) / (all + DOUBT);
    }
}
