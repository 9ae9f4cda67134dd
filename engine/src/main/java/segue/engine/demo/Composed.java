package segue.engine.demo;

import java.nio.file.Path;
import segue.audio.compose.Style;
import segue.audio.feature.Key;

/// A track that was composed, and what is known of it because of that.
///
/// @param file with the track in it
/// @param seconds how long it plays
record Composed(
        Path file,
        World.Artist artist,
        String title,
        Style style,
        double bpm,
        Key key,
        double seconds) {

    /// As people say it, and as the library names it.
    String label() {
        return artist.name() + " - " + title;
    }
}
