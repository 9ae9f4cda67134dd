package segue.library.browse;

import java.util.List;
import segue.library.Entry;

/// What is known of an artist.
///
/// @param tags the most said first, at most 30
/// @param listeners how many played something of the artist
/// @param plays of all listeners
/// @param playlists how many entries of imported playlists are the artist's
/// @param tracks how many the library knows
/// @param heard how many of them have a file that was heard
public record ArtistFacts(
        Entry artist,
        List<TagCount> tags,
        long listeners,
        double plays,
        long playlists,
        long tracks,
        long heard) {

    public ArtistFacts {
        tags = List.copyOf(tags);
    }
}
