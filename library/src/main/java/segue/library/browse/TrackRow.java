package segue.library.browse;

import java.util.List;

/// One track as a table of music shows it.
///
/// @param artistId empty where nobody knows the artist
/// @param artist its name, or empty
/// @param album or empty
/// @param genres in the order of the alphabet
/// @param year it came out, or 0
/// @param plays of all listeners
/// @param playlists how many imported playlists hold it
/// @param file whether a file of it is there
/// @param heard whether its features were measured from its sound, else imported (or unknown)
public record TrackRow(
        String id,
        String title,
        String artistId,
        String artist,
        String album,
        List<String> genres,
        int year,
        double plays,
        long playlists,
        boolean file,
        boolean heard) {

    public TrackRow {
        genres = List.copyOf(genres);
    }

    /// Takes all tracks one by one, in the order of their ids.
    @FunctionalInterface
    public interface Taker {
        /// @param features by [segue.library.Feature]'s places, NaN where unknown; valid during the
        ///   call
        void take(TrackRow row, float[] features);
    }
}
