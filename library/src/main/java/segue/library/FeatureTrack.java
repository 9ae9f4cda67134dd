package segue.library;

import java.util.List;

/// A track whose features are known.
///
/// @param id its outside identity
/// @param title of the track
/// @param artist its name, or empty
/// @param year it came out, or 0
/// @param genres in the order of the alphabet
/// @param source where its features are from
public record FeatureTrack(
        String id,
        String title,
        String artist,
        int year,
        List<String> genres,
        FeatureSource source) {

    public FeatureTrack {
        genres = List.copyOf(genres);
    }

    /// "Björk - Army of Me".
    public String label() {
        return artist.isEmpty() ? title : artist + " - " + title;
    }
}
