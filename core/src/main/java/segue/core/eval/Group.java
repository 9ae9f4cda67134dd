package segue.core.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// Some of the users, and what the metrics say of them alone.
///
/// @param name "light", "medium" or "heavy": thirds of the tested users by the counts (plays) of
///   what they were known to have
/// @param users how many there are
/// @param from the smallest sum of counts in the group
/// @param to the largest
/// @param metrics the mean of each metric
public record Group(
        String name, int users, int from, int to, SequencedMap<String, Double> metrics) {

    private static final List<String> THIRDS = List.of("light", "medium", "heavy");

    /// The name of the share of all places that went to a tier: "share-head@10".
    static String share(Catalogue.Tier tier, int k) {
        return "share-" + tier.name().toLowerCase(Locale.ROOT) + "@" + k;
    }

    /// The users in thirds, the least active first; ties by row.
    static List<Group> thirds(UserScores scores) {
        int users = scores.size();
        long[] order = new long[users];
        Arrays.setAll(order, user -> ((long) scores.activity().of(user) << 32) | user);
        Arrays.sort(order);
        int[] rows = Arrays.stream(order).mapToInt(key -> (int) key).toArray();
        List<Group> groups = new ArrayList<>();
        for (int third = 0; third < 3; third++) {
            int from = (int) ((long) users * third / 3);
            int to = (int) ((long) users * (third + 1) / 3);
            if (to > from) {
                groups.add(group(THIRDS.get(third), scores, Arrays.copyOfRange(rows, from, to)));
            }
        }
        return groups;
    }

    private static Group group(String name, UserScores scores, int[] rows) {
        SequencedMap<String, Double> metrics = new LinkedHashMap<>();
        double[] means = scores.means(rows);
        for (int c = 0; c < means.length; c++) {
            metrics.put(scores.names().get(c), means[c]);
        }
        return new Group(
                name,
                rows.length,
                scores.activity().of(rows[0]),
                scores.activity().of(rows[rows.length - 1]),
                metrics);
    }
}
