package segue.engine.listen;

import java.nio.file.Path;
import segue.audio.Analyzer;
import segue.audio.TrackProfile;
import segue.core.math.Matrix;
import segue.library.sound.FileStamp;
import segue.library.sound.FileTags;
import segue.library.sound.HeardTrack;

/// A file heard in passing: what is known of it is not kept.
///
/// @param track as if the library had heard it, with a number that no file has
/// @param vector what likeness is measured on, one row
public record Passing(HeardTrack track, Matrix vector) {

    private static final long NO_FILE = -1;

    /// Hears a file of music now.
    ///
    /// @throws segue.core.run.SegueException.BadInput if it cannot be decoded
    public static Passing hear(Path file) {
        TrackProfile profile = Analyzer.analyze(file, () -> false);
        Path folder = file.toAbsolutePath().getParent();
        FileTags tags =
                Profiles.tags(
                        new Found(
                                file,
                                folder == null ? file : folder,
                                new FileStamp(file.toString(), 0, 0)),
                        profile);
        HeardTrack track =
                new HeardTrack(
                        NO_FILE,
                        file.toString(),
                        "",
                        tags.title(),
                        tags.artist().orElse(""),
                        tags.album().orElse(""),
                        tags.genres(),
                        tags.year().orElse(0),
                        tags.codec(),
                        tags.bitRate(),
                        file.toFile().length(),
                        Profiles.measures(profile));
        return new Passing(track, Profiles.sound(profile).vector());
    }
}
