package segue.engine.features;

import java.util.List;
import segue.library.FeatureSource;

/// Which tracks are looked at.
///
/// @param genres one of these must be among a track's; "house" is in "Deep House". Empty: all
/// @param preferred which source speaks where two know a track
public record FeaturesRequest(List<String> genres, FeatureSource preferred) {

    /// All tracks; imported features before heard ones.
    public static final FeaturesRequest DEFAULTS =
            new FeaturesRequest(List.of(), FeatureSource.IMPORTED);

    public FeaturesRequest {
        genres = List.copyOf(genres);
    }

    public FeaturesRequest withGenres(List<String> other) {
        return new FeaturesRequest(other, preferred);
    }
}
