package segue.core.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import segue.core.data.Split;
import segue.core.math.Matrix;
import segue.core.run.Run;

/// Several judged splits as one: each user's metrics averaged over the splits that tested the user,
/// those of the catalogue over all.
final class Pooled {

    private Pooled() {}

    /// @return a report without times
    static Report report(List<Integer> ks, List<Judge.Judged> judged, Run run) {
        UserScores scores = judged.size() == 1 ? judged.getFirst().scores() : average(judged);
        SequencedMap<String, Estimate> metrics = new LinkedHashMap<>();
        Estimate[] estimates = Bootstrap.of(scores.values(), run);
        for (int c = 0; c < estimates.length; c++) {
            metrics.put(scores.names().get(c), estimates[c]);
        }
        for (String name : judged.getFirst().catalogue().keySet()) {
            double sum = 0;
            for (Judge.Judged one : judged) {
                sum += one.catalogue().getOrDefault(name, 0.0);
            }
            metrics.put(name, Estimate.exact(sum / judged.size()));
        }
        int rankable = judged.stream().mapToInt(Judge.Judged::rankable).max().orElseThrow();
        return new Report(ks, metrics, Group.thirds(scores), scores, rankable, 0, 0, 0);
    }

    /// One user's place: which row of which split.
    private record Place(UserScores scores, int row) {}

    private static UserScores average(List<Judge.Judged> judged) {
        Map<Integer, List<Place>> places = new TreeMap<>();
        for (Judge.Judged one : judged) {
            for (int row = 0; row < one.scores().size(); row++) {
                places.computeIfAbsent(one.scores().users().of(row), _ -> new ArrayList<>())
                        .add(new Place(one.scores(), row));
            }
        }
        List<String> names = judged.getFirst().scores().names();
        int[] users = new int[places.size()];
        int[] activity = new int[places.size()];
        Matrix values = Matrix.zeros(places.size(), names.size());
        int row = 0;
        for (Map.Entry<Integer, List<Place>> user : places.entrySet()) {
            users[row] = user.getKey();
            List<Place> of = user.getValue();
            activity[row] = of.getFirst().scores().activity().of(of.getFirst().row());
            for (int c = 0; c < names.size(); c++) {
                values.values()[values.offset(row) + c] = mean(of, c);
            }
            row++;
        }
        return new UserScores(names, new Split.Counts(users), new Split.Counts(activity), values);
    }

    private static float mean(List<Place> places, int column) {
        double sum = 0;
        int count = 0;
        for (Place place : places) {
            float value = place.scores().values().at(place.row(), column);
            if (!Float.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return (float) (sum / count);
    }
}
