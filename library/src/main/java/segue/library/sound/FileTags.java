package segue.library.sound;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a file says of itself.
///
/// @param title of the track; never empty
/// @param artist empty where nobody knows
/// @param artistMbid the artist's MusicBrainz id
/// @param trackMbid the recording's MusicBrainz id
/// @param codec how it is compressed: "mp3", "flac"
/// @param bitRate bits a second; 0 where unknown
/// @param damage what is wrong with it
public record FileTags(
        String title,
        Optional<String> artist,
        Optional<String> artistMbid,
        Optional<String> trackMbid,
        Optional<String> album,
        List<String> genres,
        OptionalInt year,
        String codec,
        long bitRate,
        Optional<String> damage) {

    public FileTags {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must not be empty");
        }
        genres = List.copyOf(genres);
    }
}
