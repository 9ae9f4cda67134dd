package segue.engine.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import segue.audio.feature.Key;
import segue.core.math.Matrix;
import segue.core.run.SegueException;
import segue.engine.filter.MusicFilter;
import segue.engine.filter.Traits;
import segue.library.Feature;
import segue.library.FeatureTrack;
import segue.library.Library;
import segue.library.TrackFeatures;

/// The tracks that are looked at, and their features.
record FeatureSet(TrackFeatures features) {

    /// @throws SegueException.NotFound if no track has features, or is of the genres
    static FeatureSet of(Library library, FeaturesRequest request) {
        TrackFeatures all = library.trackFeatures(request.preferred());
        if (all.tracks().isEmpty()) {
            throw new SegueException.NotFound(
                    "The library knows no audio features yet. Import some with: segue import features FILE (or measure them with: segue listen FOLDER)");
        }
        if (request.genres().isEmpty()) {
            return new FeatureSet(all);
        }
        MusicFilter.Gate gate =
                MusicFilter.NONE.withGenres(request.genres(), List.of()).gate(Optional.empty());
        FeatureSet whole = new FeatureSet(all);
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < all.tracks().size(); row++) {
            if (gate.admits(whole.traits(row))) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            TreeSet<String> genres = new TreeSet<>();
            all.tracks().forEach(track -> genres.addAll(track.genres()));
            throw new SegueException.NotFound(
                    genres.isEmpty()
                            ? "No track with features has a genre."
                            : "No track is of the genre %s. There are: %s%s"
                                    .formatted(
                                            String.join(", ", request.genres()),
                                            String.join(", ", genres.stream().limit(40).toList()),
                                            genres.size() > 40 ? ", …" : "."));
        }
        return new FeatureSet(whole.rows(rows));
    }

    private TrackFeatures rows(List<Integer> rows) {
        int width = features.values().columns();
        Matrix values = Matrix.zeros(rows.size(), width);
        List<FeatureTrack> tracks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int from = features.values().offset(rows.get(i));
            System.arraycopy(
                    features.values().values(), from, values.values(), values.offset(i), width);
            tracks.add(features.tracks().get(rows.get(i)));
        }
        return new TrackFeatures(tracks, values);
    }

    int size() {
        return features.tracks().size();
    }

    FeatureTrack track(int row) {
        return features.tracks().get(row);
    }

    double[] column(Feature feature) {
        double[] column = new double[size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = features.at(row, feature);
        }
        return column;
    }

    /// What filters look at.
    Traits traits(int row) {
        FeatureTrack track = track(row);
        double key = features.at(row, Feature.KEY);
        double mode = features.at(row, Feature.MODE);
        return new Traits(
                track.artist(),
                track.genres(),
                features.at(row, Feature.TEMPO),
                Double.isNaN(key) || Double.isNaN(mode)
                        ? Optional.empty()
                        : Optional.of(new Key((int) key, mode == 0)),
                1 + 9 * features.at(row, Feature.ENERGY),
                track.year());
    }
}
