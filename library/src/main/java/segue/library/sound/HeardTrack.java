package segue.library.sound;

import java.util.List;

/// One file that was heard, with the names of what is in it.
///
/// @param file its number
/// @param path where it is
/// @param track the id of its track
/// @param title of the track
/// @param artist its name, or empty
/// @param album or empty
/// @param genres as its tags say
/// @param year 0 where unknown
/// @param codec "mp3", "flac"
/// @param bitRate bits a second; 0 where unknown
/// @param bytes its size
public record HeardTrack(
        long file,
        String path,
        String track,
        String title,
        String artist,
        String album,
        List<String> genres,
        int year,
        String codec,
        long bitRate,
        long bytes,
        Measures measures) {

    public HeardTrack {
        genres = List.copyOf(genres);
    }

    /// "Björk - Army of Me".
    public String label() {
        return artist.isEmpty() ? title : artist + " - " + title;
    }
}
