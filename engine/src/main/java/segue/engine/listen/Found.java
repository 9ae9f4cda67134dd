package segue.engine.listen;

import java.nio.file.Path;
import segue.library.sound.FileStamp;

/// A file that a scan came upon.
///
/// @param place the folder below which it was found: what stands in the path before it says nothing
///   about the music
record Found(Path path, Path place, FileStamp stamp) {

    /// The path below the place.
    Path name() {
        return path.startsWith(place) && !path.equals(place) ? place.relativize(path) : path;
    }
}
