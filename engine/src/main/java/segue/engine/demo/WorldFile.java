package segue.engine.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import segue.core.run.SegueException;

/// The plays of a world as the kind of file people have: a CSV of events.
final class WorldFile {

    private WorldFile() {}

    /// Writes `plays.csv` into a folder, which is made.
    static Path write(World world, long seed, Path folder) {
        Path file = folder.resolve("plays.csv");
        try {
            Files.createDirectories(folder);
            try (PrintWriter out =
                    new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                out.println("time,listener,artist,track");
                world.plays(
                        seed,
                        play ->
                                out.println(
                                        String.join(
                                                ",",
                                                DateTimeFormatter.ISO_INSTANT.format(
                                                        play.time().toInstant(ZoneOffset.UTC)),
                                                play.listener().name(),
                                                play.artist().name(),
                                                play.track())));
                if (out.checkError()) {
                    throw new IOException("the disk may be full");
                }
            }
            return file;
        } catch (IOException e) {
            throw new SegueException.Failed(
                    "The simulated world could not be written to " + folder + ": " + e.getMessage(),
                    e);
        }
    }
}
