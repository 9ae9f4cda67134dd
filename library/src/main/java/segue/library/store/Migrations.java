package segue.library.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import segue.core.run.SegueException;

/// Brings the schema of a library up to this program: numbered SQL files, each applied once, in a
/// transaction of its own.
final class Migrations {

    /// In order; the position counted from 1 is the schema version.
    private static final List<String> FILES =
            List.of(
                    "001-foundation.sql",
                    "002-feedback.sql",
                    "003-sound.sql",
                    "004-features.sql",
                    "005-playlists.sql",
                    "006-events.sql",
                    "007-embeddings.sql");

    private Migrations() {}

    /// @throws SegueException.Failed if the schema is newer than this program
    static void apply(Session session, Path folder) {
        session.run(
                "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL, applied TIMESTAMP NOT NULL)");
        int version = (int) session.number("SELECT coalesce(max(version), 0) FROM schema_version");
        if (version > FILES.size()) {
            throw new SegueException.Failed(Failures.newerText(folder), null);
        }
        for (int next = version + 1; next <= FILES.size(); next++) {
            String sql = read(FILES.get(next - 1));
            int number = next;
            session.transaction(
                    () -> {
                        session.run(sql);
                        session.update(
                                "INSERT INTO schema_version VALUES (?, now()::TIMESTAMP)", number);
                    });
        }
    }

    private static String read(String file) {
        try (InputStream in =
                Migrations.class.getResourceAsStream("/segue/library/migrations/" + file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
