package segue.engine.content;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import segue.core.data.Ids;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.library.Feature;
import segue.library.FeatureSource;
import segue.library.Items;
import segue.library.Library;
import segue.library.TrackFeatures;
import segue.library.sound.HeardTrack;
import segue.library.sound.HeardTracks;

/// What was measured of items, as a matrix: the sound vector of what was heard, what the
/// neural listener made of it, and audio features, less what says how popular a track is. Artists
/// have the means of their tracks.
final class Measured {

    /// The key goes round a circle, and popularity is what is to be told.
    private static final List<Feature> FEATURES =
            Arrays.stream(Feature.values())
                    .filter(f -> f != Feature.KEY && f != Feature.POPULARITY)
                    .toList();

    /// The year, and two places on the circle of keys.
    private static final int BESIDES = 3;

    private final Map<String, float[]> byItem = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();
    private final int columns;

    private Measured(int columns) {
        this.columns = columns;
    }

    /// @param ids of the items, in the order of the rows
    static SparseMatrix of(Library library, Ids ids, Items items) {
        HeardTracks heard = library.heard();
        TrackFeatures features = library.trackFeatures(FeatureSource.IMPORTED);
        int sound = heard.vectors().columns();
        Map<String, String> performers = items == Items.ARTISTS ? library.performers() : Map.of();
        Map<Long, Matrix> embeddings = library.embeddings();
        int others = sound + FEATURES.size() + BESIDES;
        int size = embeddings.values().stream().mapToInt(Matrix::columns).max().orElse(0);
        Measured measured = new Measured(others + size);
        for (int row = 0; row < heard.tracks().size(); row++) {
            HeardTrack track = heard.tracks().get(row);
            float[] of = measured.unknown();
            System.arraycopy(heard.vectors().values(), heard.vectors().offset(row), of, 0, sound);
            Matrix embedding = embeddings.get(track.file());
            if (embedding != null) {
                System.arraycopy(embedding.values(), 0, of, others, size);
            }
            measured.add(item(track.track(), items, performers), of);
        }
        for (int row = 0; row < features.tracks().size(); row++) {
            float[] of = measured.unknown();
            fill(features, row, of, sound);
            measured.add(item(features.tracks().get(row).id(), items, performers), of);
        }
        return measured.matrix(ids);
    }

    /// Empty where a track has no artist.
    private static String item(String track, Items items, Map<String, String> performers) {
        return items == Items.TRACKS ? track : performers.getOrDefault(track, "");
    }

    private static void fill(TrackFeatures features, int row, float[] of, int at) {
        int to = at;
        for (Feature feature : FEATURES) {
            of[to++] = (float) features.at(row, feature);
        }
        double key = features.at(row, Feature.KEY) * Math.PI / 6;
        of[to++] = (float) Math.sin(key);
        of[to++] = (float) Math.cos(key);
        int year = features.tracks().get(row).year();
        of[to] = year == 0 ? Float.NaN : year;
    }

    private float[] unknown() {
        float[] row = new float[columns];
        Arrays.fill(row, Float.NaN);
        return row;
    }

    /// Adds to the sums of an item what is known.
    private void add(String item, float[] of) {
        float[] sums = byItem.computeIfAbsent(item, _ -> new float[columns]);
        int[] count = counts.computeIfAbsent(item, _ -> new int[columns]);
        for (int c = 0; c < columns; c++) {
            if (!Float.isNaN(of[c])) {
                sums[c] += of[c];
                count[c]++;
            }
        }
    }

    private SparseMatrix matrix(Ids ids) {
        int[] starts = new int[ids.size() + 1];
        int size = 0;
        for (int row = 0; row < ids.size(); row++) {
            int[] count = counts.getOrDefault(ids.id(row), new int[0]);
            size += (int) Arrays.stream(count).filter(n -> n > 0).count();
            starts[row + 1] = size;
        }
        int[] columnOf = new int[size];
        float[] values = new float[size];
        int at = 0;
        for (int row = 0; row < ids.size(); row++) {
            float[] sums = byItem.getOrDefault(ids.id(row), new float[0]);
            int[] count = counts.getOrDefault(ids.id(row), new int[0]);
            for (int c = 0; c < sums.length; c++) {
                if (count[c] > 0) {
                    columnOf[at] = c;
                    values[at++] = sums[c] / count[c];
                }
            }
        }
        return new SparseMatrix(ids.size(), columns, starts, columnOf, values);
    }
}
