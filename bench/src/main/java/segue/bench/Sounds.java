package segue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The audio files of a folder.
final class Sounds {

    private static final Pattern AUDIO =
            Pattern.compile(".*\\.(mp3|flac|ogg|opus|m4a|wav|aiff?|wma)");

    private Sounds() {}

    /// All of at least `leastBytes` below a folder, by path.
    static List<Path> below(Path folder, long leastBytes) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> AUDIO.matcher(file.toString()).matches())
                    .filter(file -> file.toFile().length() >= leastBytes)
                    .sorted()
                    .toList();
        }
    }
}
