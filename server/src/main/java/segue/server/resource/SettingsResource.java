package segue.server.resource;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import segue.core.run.SegueException;
import segue.engine.Json;
import segue.engine.recommend.Knobs;
import segue.server.http.Answers;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// Settings of the page, kept beside the library; and what the server was started with, to read.
public final class SettingsResource implements Resource {

    private static final int LONGEST = 500;

    private final Path file;
    private final List<String> importFolders;
    private final long uploadBytes;

    /// @param file where they are kept
    public SettingsResource(Path file, List<Path> importFolders, long uploadBytes) {
        this.file = file;
        this.importFolders = importFolders.stream().map(Path::toString).toList();
        this.uploadBytes = uploadBytes;
    }

    /// What the page looks like.
    enum Theme {
        AUTO,
        LIGHT,
        DARK
    }

    record Settings(
            Optional<String> listener,
            Theme theme,
            Knobs knobs,
            List<String> importFolders,
            long uploadLimitBytes) {
        Settings {
            if (listener.filter(name -> name.length() > LONGEST).isPresent()) {
                throw new IllegalArgumentException("'listener' must be at most 500 characters");
            }
        }

        Settings withServer(List<String> folders, long bytes) {
            return new Settings(listener, theme, knobs, folders, bytes);
        }
    }

    @Override
    public void routes(RouteTable table) {
        table.get("/settings", ctx -> Answers.json(ctx, read()));
        table.put("/settings", this::put);
    }

    private synchronized Settings read() {
        Settings usual =
                new Settings(
                        Optional.empty(), Theme.AUTO, Knobs.DEFAULTS, importFolders, uploadBytes);
        if (!Files.exists(file)) {
            return usual;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Json.read(in, usual).withServer(importFolders, uploadBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void put(Context ctx) {
        Settings changed =
                Json.read(new ByteArrayInputStream(ctx.bodyAsBytes()), read())
                        .withServer(importFolders, uploadBytes);
        Path aside = file.resolveSibling("." + file.getFileName());
        try {
            Files.write(aside, Json.bytes(changed));
            Files.move(
                    aside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SegueException.Failed(
                    "The settings could not be written: " + e.getMessage(), e);
        }
        Answers.json(ctx, changed);
    }
}
