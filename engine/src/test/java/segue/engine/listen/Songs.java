package segue.engine.listen;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import segue.audio.compose.Composer;
import segue.audio.compose.Stereo;
import segue.audio.compose.Synthesizer;
import segue.audio.decode.AudioWriter;

/// Short invented pieces as files: the same number is the same recording.
public final class Songs {

    private static final double SECONDS = 12;

    private Songs() {}

    /// @param file ends in `.wav` or `.flac`
    public static Path write(Path file, long number, String artist, String title) {
        return write(file, number, Map.of("artist", artist, "title", title));
    }

    public static Path write(Path file, long number, Map<String, String> tags) {
        Stereo sound = new Synthesizer().render(Composer.any(number).compose(number, SECONDS));
        int length = Math.min(sound.left().length, (int) (SECONDS * Synthesizer.SAMPLE_RATE));
        AudioWriter.write(
                file,
                Synthesizer.SAMPLE_RATE,
                tags,
                Arrays.copyOf(sound.left(), length),
                Arrays.copyOf(sound.right(), length));
        return file;
    }
}
