package segue.audio.tag;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What a file says of its music, cleaned; nothing of it is certain to be there or true.
/// Immutable.
///
/// @param artists in the file's order, each once
/// @param track position on the album, from 1
/// @param genres in the file's order, each once
/// @param bpm tempo as tagged, 20..400
/// @param key as tagged, in whatever notation: `Am`, `8A`, `1m`
/// @param replayGainDb track gain
/// @param musicBrainzRecording MusicBrainz's id of the recording; likewise the others
/// @param isrc International Standard Recording Code
public record Tags(
        Optional<String> title,
        List<String> artists,
        Optional<String> album,
        Optional<String> albumArtist,
        OptionalInt track,
        OptionalInt year,
        List<String> genres,
        OptionalDouble bpm,
        Optional<String> key,
        OptionalDouble replayGainDb,
        Optional<String> musicBrainzRecording,
        List<String> musicBrainzArtists,
        Optional<String> musicBrainzRelease,
        Optional<String> isrc) {

    public Tags {
        artists = List.copyOf(artists);
        genres = List.copyOf(genres);
        musicBrainzArtists = List.copyOf(musicBrainzArtists);
    }

    /// `Artist, Artist - Title` as people say it, as far as it is known.
    public String label() {
        String who = String.join(", ", artists);
        return who.isEmpty() ? title.orElse("") : who + title.map(name -> " - " + name).orElse("");
    }
}
