package segue.library.store;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import segue.core.run.Run;

/// The open database file of a library folder. Thread-safe: each question gets a [Session] of its
/// own, imports take turns.
public final class Database implements AutoCloseable {

    private final Folder folder;
    private final DuckDBConnection root;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicLong version = new AtomicLong();

    private Database(Folder folder, DuckDBConnection root) {
        this.folder = folder;
        this.root = root;
    }

    /// Makes the folder if needed, locks it, opens the database and brings its schema up to date.
    public static Database open(Path path, int memoryMegabytes, int threads, String command) {
        Folder folder = Folder.open(path, command);
        try {
            DuckDBConnection root = connect(folder, memoryMegabytes, threads);
            Database database = new Database(folder, root);
            try (Session session = database.session()) {
                Migrations.apply(session, folder.path());
            } catch (RuntimeException e) {
                root.close();
                throw e;
            }
            return database;
        } catch (SQLException e) {
            folder.close();
            throw Failures.opening(folder.path(), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static DuckDBConnection connect(Folder folder, int memoryMegabytes, int threads)
            throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memoryMegabytes + "MiB");
        settings.setProperty("threads", String.valueOf(threads));
        settings.setProperty("temp_directory", folder.temporary().toString());
        // The log is folded into the file at closing: a fold that fails on a full disk right after
        // a
        // commit would report a finished import as failed.
        settings.setProperty("checkpoint_threshold", "1TB");
        // Extensions are downloads: what is built in suffices.
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("allow_persistent_secrets", "false");
        DuckDBConnection root =
                DriverManager.getConnection("jdbc:duckdb:" + folder.database(), settings)
                        .unwrap(DuckDBConnection.class);
        try (Statement statement = root.createStatement()) {
            statement.execute("SET GLOBAL TimeZone = 'UTC'");
        }
        return root;
    }

    /// The same for who notes opinions, which change no music.
    public ReentrantLock noting() {
        return writing;
    }

    /// How often the library may have changed since it was opened, but for opinions and events.
    public long version() {
        return version.get();
    }

    public Path folder() {
        return folder.path();
    }

    /// Where imports may stage what need not survive them.
    public Path temporary() {
        return folder.temporary();
    }

    /// The size on disk.
    public long bytes() {
        return folder.bytes();
    }

    /// Held while something is written. Whoever asks for it, to take it or to let it go, may have
    /// changed the library.
    public ReentrantLock writing() {
        version.incrementAndGet();
        return writing;
    }

    /// A conversation without anyone watching.
    public Session session() {
        return session(null, "");
    }

    /// A conversation that reports to `run` under the name of `stage`, and ends when it is
    /// cancelled.
    public Session session(@Nullable Run run, String stage) {
        try {
            DuckDBConnection connection = root.duplicate();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET enable_progress_bar = true");
                statement.execute("SET enable_progress_bar_print = false");
            }
            return new Session(this, connection, run, stage);
        } catch (SQLException e) {
            throw Failures.working(folder.path(), e);
        }
    }

    @Override
    public void close() {
        try (folder) {
            root.close();
        } catch (SQLException e) {
            throw Failures.working(folder.path(), e);
        }
    }
}
