package segue.engine.recommend;

import java.util.List;

/// What is like one artist or track.
///
/// @param subject what was asked about
/// @param by the way that was taken: `plays`, `sound` or `both`
/// @param model that was asked; empty: none
/// @param items the most similar first
/// @param notes the way in words, and what people should know
public record SimilarList(
        Subject subject, String by, String model, List<RankedItem> items, List<String> notes) {

    /// @param kind "artist" or "track"
    /// @param name a track with its artist
    public record Subject(String kind, String id, String name) {}

    public SimilarList {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }
}
