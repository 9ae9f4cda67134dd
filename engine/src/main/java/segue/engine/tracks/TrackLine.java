package segue.engine.tracks;

import java.util.List;
import segue.library.Feature;

/// One track as the table of music shows it. NaN, 0 and empty: not known.
///
/// @param camelot the key as DJs write it, "8A"; or empty
/// @param energy 1..10
/// @param plays of all listeners
/// @param playable whether a file of it is there
/// @param source where its features are from: "heard", "imported", or empty
public record TrackLine(
        String id,
        String title,
        String artistId,
        String artist,
        String album,
        List<String> genres,
        int year,
        double bpm,
        String key,
        String camelot,
        double energy,
        double danceability,
        double valence,
        double loudness,
        double popularity,
        double durationSeconds,
        double plays,
        boolean playable,
        String source) {

    public TrackLine {
        genres = List.copyOf(genres);
    }

    /// "Björk - Army of Me".
    public String label() {
        return artist.isEmpty() ? title : artist + " - " + title;
    }

    /// The columns that a table can be sorted by.
    public enum Column {
        TITLE,
        ARTIST,
        ALBUM,
        GENRE,
        YEAR,
        BPM,
        KEY,
        ENERGY,
        DANCEABILITY,
        VALENCE,
        LOUDNESS,
        DURATION,
        POPULARITY,
        PLAYS,
        PLAYABLE;

        /// The feature behind a column of numbers, if it is one as the library has it.
        Feature feature() {
            return switch (this) {
                case BPM -> Feature.TEMPO;
                case DANCEABILITY -> Feature.DANCEABILITY;
                case VALENCE -> Feature.VALENCE;
                case LOUDNESS -> Feature.LOUDNESS;
                case DURATION -> Feature.DURATION_MS;
                case POPULARITY -> Feature.POPULARITY;
                default -> Feature.ENERGY;
            };
        }
    }
}
