package segue.audio.neural;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;

/// Where a training stands: weights of the last and of the best epoch in folders, and a small file
/// that names them, replaced last, so that it always names whole ones.
///
/// @param epoch the last that was finished
/// @param best the one that was best on the tracks kept aside
/// @param loss there
record Checkpoint(int epoch, int best, double loss) {

    static final Checkpoint NONE = new Checkpoint(0, 0, Double.POSITIVE_INFINITY);

    private static final String STATE = "state.properties";

    static Checkpoint read(Path folder) throws IOException {
        Path file = folder.resolve(STATE);
        if (!Files.exists(file)) {
            return NONE;
        }
        Properties state = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            state.load(in);
        }
        return new Checkpoint(
                Integer.parseInt(state.getProperty("epoch")),
                Integer.parseInt(state.getProperty("best")),
                Double.parseDouble(state.getProperty("loss")));
    }

    Checkpoint after(int next, double found) {
        return found < loss ? new Checkpoint(next, next, found) : new Checkpoint(next, best, loss);
    }

    void write(Path folder, Model model) throws IOException {
        Path weights = folder(folder, epoch);
        Files.createDirectories(weights);
        model.save(weights, "listener");
        Properties state = new Properties();
        state.setProperty("epoch", Integer.toString(epoch));
        state.setProperty("best", Integer.toString(best));
        state.setProperty("loss", Double.toString(loss));
        Path part = folder.resolve(STATE + ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            state.store(out, null);
        }
        Files.move(part, folder.resolve(STATE), StandardCopyOption.REPLACE_EXISTING);
        for (int old = epoch - 1; old > 0; old--) {
            if (old != best) {
                delete(folder(folder, old));
            }
        }
    }

    static void load(Path folder, int epoch, Model model)
            throws IOException, MalformedModelException {
        model.load(folder(folder, epoch), "listener");
    }

    private static Path folder(Path folder, int epoch) {
        return folder.resolve("epoch-" + epoch);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
