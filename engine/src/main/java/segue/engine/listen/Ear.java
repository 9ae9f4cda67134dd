package segue.engine.listen;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import segue.audio.TrackProfile;

/// Hears one file. [segue.audio.Analyzer] does, unless a test has reasons.
@FunctionalInterface
interface Ear {

    /// @param name its path below the folder of the collection, which says something of the music
    /// @param stop true asks to give up, with [segue.core.run.SegueException.Cancelled]
    TrackProfile hear(Path file, Path name, BooleanSupplier stop);
}
