package segue.library;

import java.util.List;
import segue.core.math.Matrix;

/// The features of tracks, ordered by the tracks' ids.
///
/// @param tracks the rows
/// @param values `tracks × ` [Feature], in the order of the features; NaN where unknown
public record TrackFeatures(List<FeatureTrack> tracks, Matrix values) {

    public TrackFeatures {
        tracks = List.copyOf(tracks);
        if (values.rows() != tracks.size() || values.columns() != Feature.values().length) {
            throw new IllegalArgumentException(
                    "%d tracks of %d features, but %s"
                            .formatted(tracks.size(), Feature.values().length, values));
        }
    }

    /// One value; NaN where unknown.
    public double at(int row, Feature feature) {
        return values.at(row, feature.place());
    }
}
