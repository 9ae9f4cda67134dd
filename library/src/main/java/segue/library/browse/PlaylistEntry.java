package segue.library.browse;

import segue.library.Kind;

/// A place in a playlist.
///
/// @param kind track or artist
/// @param title of the track; the artist's name where it is an artist
/// @param artist its name, or empty
/// @param album or empty
/// @param durationSeconds 0 where unknown
/// @param path of the best file that was heard and is there; empty where there is none
public record PlaylistEntry(
        Kind kind,
        String id,
        String title,
        String artist,
        String album,
        double durationSeconds,
        String path) {

    /// "Björk - Army of Me".
    public String label() {
        return artist.isEmpty() || kind == Kind.ARTIST ? title : artist + " - " + title;
    }
}
