package segue.engine.features;

import java.util.List;

/// Tracks that are alike by their features, or of one category.
///
/// @param subject a track or a category, as it was understood
/// @param category the dominant one of the subject
/// @param items the nearest first
/// @param notes what people should know
public record FeatureMatches(
        String subject, String category, List<Match> items, List<String> notes) {

    public FeatureMatches {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    /// One track.
    ///
    /// @param score 0..1: the dot product with the subject; of a category, its part in the track
    /// @param category its dominant one
    /// @param year or 0
    public record Match(
            int rank,
            String id,
            String name,
            double score,
            String category,
            List<String> genres,
            int year) {

        public Match {
            genres = List.copyOf(genres);
        }
    }
}
