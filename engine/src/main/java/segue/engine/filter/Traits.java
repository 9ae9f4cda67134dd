package segue.engine.filter;

import java.util.List;
import java.util.Optional;
import segue.audio.feature.Key;

/// What filters look at. NaN and 0 and empty: not known; a filter that asks for it lets no such
/// track through.
///
/// @param artist the main artist, or empty
/// @param bpm beats a minute, or NaN
/// @param energy 1..10, or NaN
/// @param year or 0
/// @param album or empty
/// @param durationSeconds or NaN
/// @param popularity 0 the least to 1 the most played of the library, or NaN
/// @param song what versions of the same song share, or empty
public record Traits(
        String artist,
        List<String> genres,
        double bpm,
        Optional<Key> key,
        double energy,
        int year,
        String album,
        double durationSeconds,
        double popularity,
        String song) {

    public Traits {
        genres = List.copyOf(genres);
    }

    /// Of a track whose album, length and popularity are not known.
    public Traits(
            String artist,
            List<String> genres,
            double bpm,
            Optional<Key> key,
            double energy,
            int year) {
        this(artist, genres, bpm, key, energy, year, "", Double.NaN, Double.NaN, "");
    }
}
