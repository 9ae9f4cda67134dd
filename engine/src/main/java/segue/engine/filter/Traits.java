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
public record Traits(
        String artist,
        List<String> genres,
        double bpm,
        Optional<Key> key,
        double energy,
        int year) {

    public Traits {
        genres = List.copyOf(genres);
    }
}
