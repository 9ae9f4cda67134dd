package segue.engine.map;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import segue.core.data.Ids;
import segue.core.math.Matrix;
import segue.core.model.FactorModel;
import segue.core.run.SegueException;
import segue.engine.sound.SoundPoints;
import segue.engine.tracks.TrackTable;
import segue.library.Feature;
import segue.library.Library;

/// Things and the numbers by which they are alike.
///
/// @param method what the numbers are, for people
/// @param values `things × numbers`
public record Points(String method, List<String> ids, Matrix values) {

    private static final List<Feature> FEATURES =
            List.of(
                    Feature.DANCEABILITY,
                    Feature.ENERGY,
                    Feature.LOUDNESS,
                    Feature.SPEECHINESS,
                    Feature.ACOUSTICNESS,
                    Feature.INSTRUMENTALNESS,
                    Feature.VALENCE,
                    Feature.TEMPO);

    public Points {
        ids = List.copyOf(ids);
    }

    /// By sound if at least half of the tracks with features were heard, else by features.
    ///
    /// @throws SegueException.NotFound if nothing is known of any track
    static Points ofTracks(Library library, TrackTable table) {
        Points features = ofFeatures(table);
        SoundPoints heard = SoundPoints.of(library);
        if (heard.ids().size() * 2 >= Math.max(1, features.ids().size())) {
            return bySound(heard).orNothing();
        }
        return features.orNothing();
    }

    private static Points bySound(SoundPoints heard) {
        Set<String> seen = new HashSet<>();
        List<Integer> rows = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < heard.ids().size(); row++) {
            if (seen.add(heard.ids().get(row))) {
                rows.add(row);
                ids.add(heard.ids().get(row));
            }
        }
        Matrix values = Matrix.zeros(rows.size(), heard.points().columns());
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(
                    heard.points().values(),
                    heard.points().offset(rows.get(i)),
                    values.values(),
                    values.offset(i),
                    values.columns());
        }
        return new Points("by how tracks sound", ids, values);
    }

    /// Each feature with mean 0 and deviation 1; what is missing is the mean.
    public static Points ofFeatures(TrackTable table) {
        List<Integer> rows = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            if (!Double.isNaN(table.feature(row, Feature.ENERGY))) {
                rows.add(row);
                ids.add(table.id(row));
            }
        }
        Matrix values = Matrix.zeros(rows.size(), FEATURES.size());
        for (int c = 0; c < FEATURES.size(); c++) {
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (int row : rows) {
                double value = table.feature(row, FEATURES.get(c));
                if (!Double.isNaN(value)) {
                    sum += value;
                    squares += value * value;
                    count++;
                }
            }
            double mean = sum / Math.max(1, count);
            double deviation =
                    Math.sqrt(Math.max(1e-12, squares / Math.max(1, count) - mean * mean));
            for (int i = 0; i < rows.size(); i++) {
                double value = table.feature(rows.get(i), FEATURES.get(c));
                values.values()[values.offset(i) + c] =
                        (float) (Double.isNaN(value) ? 0 : (value - mean) / deviation);
            }
        }
        return new Points("by features of tracks", ids, values);
    }

    /// The directions of factors: fame, their length, says nothing of likeness.
    static Points ofFactors(Ids items, FactorModel model) {
        Matrix factors = model.itemFactors();
        Matrix values = Matrix.zeros(factors.rows(), factors.columns());
        for (int row = 0; row < factors.rows(); row++) {
            double squares = 1e-12;
            for (int k = 0; k < factors.columns(); k++) {
                squares += (double) factors.at(row, k) * factors.at(row, k);
            }
            for (int k = 0; k < factors.columns(); k++) {
                values.values()[values.offset(row) + k] =
                        (float) (factors.at(row, k) / Math.sqrt(squares));
            }
        }
        return new Points("by who plays them", items.all(), values);
    }

    /// @throws SegueException.NotFound if there are none
    Points orNothing() {
        if (ids.isEmpty()) {
            throw new SegueException.NotFound(
                    "Nothing is known of the sound of any track. Let Segue listen with: segue listen FOLDER");
        }
        return this;
    }
}
