package segue.engine.listen;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import segue.audio.TrackProfile;

/// Hears one file. [segue.audio.Analyzer] does, unless a test has reasons.
@FunctionalInterface
interface Ear {

    /// @param stop true asks to give up, with [segue.core.run.SegueException.Cancelled]
    TrackProfile hear(Path file, BooleanSupplier stop);
}
