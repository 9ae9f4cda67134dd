package segue.library.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.store.Database;
import segue.library.store.Session;

/// A second database file, `scratch`, where an import stages what it reads: compressed on disk, not
/// in memory, and gone afterwards.
final class Scratch implements AutoCloseable {

    private final Session session;
    private final Path folder;

    private final List<Path> copies = new ArrayList<>();

    private Scratch(Session session, Path folder) {
        this.session = session;
        this.folder = folder;
    }

    static Scratch open(Database database, Session session) {
        Scratch scratch = new Scratch(session, database.temporary());
        scratch.file("scratch.duckdb.wal");
        session.run(
                "ATTACH " + Sql.text(scratch.file("scratch.duckdb").toString()) + " AS scratch");
        return scratch;
    }

    /// A file that is deleted with the scratch database.
    Path file(String name) {
        Path file = folder.resolve(name);
        copies.add(file);
        return file;
    }

    private void delete() {
        try {
            for (String name :
                    new String[] {"scratch.duckdb", "scratch.duckdb.wal", "plain", "sample"}) {
                Files.deleteIfExists(file(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            session.detach("scratch");
        } finally {
            delete();
        }
    }

    /// A copy of `source` that the database can read: the file itself where that will do.
    Path plain(SourceFile source, String name, Run run) {
        if (source.parquet() || source.isPlain()) {
            return source.path();
        }
        Path copy = file(name);
        try {
            source.writePlain(copy, run);
            return copy;
        } catch (IOException e) {
            throw new SegueException.Failed(
                    "The disk of the library %s has no room for a copy of %s; nothing was changed."
                            .formatted(folder.getParent(), source.name()),
                    e);
        }
    }
}
