package segue.library;

/// An artist or a track with what stands beside it in the library.
///
/// @param id its outside identity
/// @param name of the artist, or the title of the track
/// @param artistId of a track; empty where unknown, and for an artist
/// @param artist of a track; empty where unknown, and for an artist
/// @param album of a track, or empty
/// @param durationSeconds of a track; NaN where unknown
/// @param path of a file that is there, of the track or of one of the artist's, or empty
/// @param listeners how many listeners and playlists have it
public record MusicItem(
        String id,
        String name,
        String artistId,
        String artist,
        String album,
        double durationSeconds,
        String path,
        long listeners) {}
