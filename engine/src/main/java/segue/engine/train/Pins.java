package segue.engine.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import segue.core.run.SegueException;
import segue.engine.Json;

/// Which models people made the active ones, the last at the end: a file beside the models.
///
/// @param pins in the order of their times
public record Pins(List<Pin> pins) {

    private static final String FILE = "active.json";
    private static final int KEPT = 50;

    public Pins {
        pins = List.copyOf(pins);
    }

    /// Someone made a model the active one.
    public record Pin(String name, Instant at) {}

    static Pins read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new Pins(List.of());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Json.read(in, Pins.class);
        } catch (IOException e) {
            throw new SegueException.Failed(file + " cannot be read.", e);
        }
    }

    Pins with(Pin pin) {
        List<Pin> more = new ArrayList<>(pins);
        more.add(pin);
        return new Pins(more.subList(Math.max(0, more.size() - KEPT), more.size()));
    }

    void write(Path folder) {
        Path aside = folder.resolve("." + FILE);
        try {
            Files.write(aside, Json.bytes(this));
            Files.move(
                    aside,
                    folder.resolve(FILE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SegueException.Failed(
                    "The active model could not be noted in " + folder + ".", e);
        }
    }
}
