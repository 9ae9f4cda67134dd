package segue.library.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// One conversation with the database: a connection of its own, with its own temporary tables and
/// transaction. For one thread.
public final class Session implements AutoCloseable {

    /// Reads one row of an answer.
    @FunctionalInterface
    public interface Reader<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /// Takes a whole answer in chunks of columns.
    @FunctionalInterface
    public interface Chunks {
        void take(DuckDBChunkedResult result) throws SQLException;
    }

    private final Database database;
    private final DuckDBConnection connection;
    private final @Nullable Watch watch;

    Session(Database database, DuckDBConnection connection, @Nullable Run run, String stage) {
        this.database = database;
        this.connection = connection;
        this.watch = run == null ? null : new Watch(run, stage);
    }

    /// The next statements are the part from `from` to `to` (thousandths) of the whole, for the
    /// progress bar; `detail` says what they do.
    public void step(int from, int to, String detail) {
        if (watch != null) {
            watch.step(from, to, detail);
        }
    }

    /// Runs one or more statements without parameters.
    public void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            begin(statement);
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            end();
        }
    }

    /// Lets go of an attached database that is to be deleted, also when the run was cancelled. That
    /// its last state could not be written, on a full disk, does not matter then.
    public void detach(String name) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DETACH DATABASE IF EXISTS " + name);
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("Detached database")) {
                throw failure(e);
            }
        }
    }

    /// Runs one statement that reads an outside file; what is wrong with the file is the file's
    /// fault.
    ///
    /// @throws SegueException.BadInput if the database cannot read `source`
    public void load(String sql, String source) {
        try (Statement statement = connection.createStatement()) {
            begin(statement);
            statement.execute(sql);
        } catch (SQLException e) {
            SegueException failure = failure(e);
            throw Failures.isAboutInput(e) && !(failure instanceof SegueException.Cancelled)
                    ? new SegueException.BadInput(source, 0, Failures.firstLine(e), e)
                    : failure;
        } finally {
            end();
        }
    }

    /// Runs one statement.
    ///
    /// @return how many rows it changed
    public long update(String sql, Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            begin(statement);
            return statement.executeLargeUpdate();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            end();
        }
    }

    /// The rows of an answer.
    public <T extends @Nullable Object> List<T> list(
            String sql, Reader<T> reader, Object... values) {
        try (PreparedStatement statement = prepare(sql, values)) {
            begin(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> list = new ArrayList<>();
                while (rows.next()) {
                    list.add(reader.read(rows));
                }
                return list;
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            end();
        }
    }

    /// Takes one row of an answer.
    @FunctionalInterface
    public interface Each {
        void take(ResultSet row) throws SQLException;
    }

    /// The rows of an answer one by one, none of which is kept.
    public void each(String sql, Each each) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            begin(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            end();
        }
    }

    /// The first row of an answer that has one.
    public <T extends @Nullable Object> T one(String sql, Reader<T> reader, Object... values) {
        return list(sql, reader, values).getFirst();
    }

    /// The first number of an answer that has one.
    public long number(String sql, Object... values) {
        return this.<Long>one(sql, row -> row.getLong(1), values);
    }

    /// An answer too large for rows.
    public void chunks(String sql, Chunks chunks) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            begin(statement);
            try (DuckDBChunkedResult result =
                    statement.unwrap(DuckDBPreparedStatement.class).query()) {
                chunks.take(result);
            }
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            end();
        }
    }

    /// Takes the values of one row of a table, in the order of its columns.
    @FunctionalInterface
    public interface Row {
        void add(@Nullable Object... values);
    }

    /// Fills a temporary table with rows that only Java knows. About a million a second.
    public void append(String temporaryTable, Consumer<Row> rows) {
        try (DuckDBAppender appender = connection.createAppender("temp", "main", temporaryTable)) {
            rows.accept(values -> append(appender, values));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void append(DuckDBAppender appender, @Nullable Object... values) {
        try {
            appender.beginRow();
            for (Object value : values) {
                switch (value) {
                    case null -> appender.appendNull();
                    case Integer number -> appender.append(number.intValue());
                    case Long number -> appender.append(number.longValue());
                    case Float number -> appender.append(number.floatValue());
                    case Double number when number.isNaN() -> appender.appendNull();
                    case Double number -> appender.append(number.doubleValue());
                    case Boolean flag -> appender.append(flag.booleanValue());
                    case Collection<?> list -> appender.append(list);
                    case byte[] bytes -> appender.append(bytes);
                    default -> appender.append(value.toString());
                }
            }
            appender.endRow();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// All of `work` is stored, or nothing is: also when the process is killed within.
    public void transaction(Runnable work) {
        run("BEGIN TRANSACTION");
        try {
            work.run();
            if (watch != null) {
                watch.check();
            }
            run("COMMIT");
        } catch (RuntimeException e) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ROLLBACK");
            } catch (SQLException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String[] texts) {
                statement.setArray(i + 1, connection.createArrayOf("VARCHAR", texts));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }

    private void begin(Statement statement) {
        if (watch != null) {
            watch.begin(statement);
        }
    }

    private void end() {
        if (watch != null) {
            watch.end();
        }
    }

    private SegueException failure(SQLException e) {
        return watch != null && watch.isCancelled()
                ? new SegueException.Cancelled()
                : Failures.working(database.folder(), e);
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        try (Connection closing = connection) {
            if (!closing.getAutoCommit()) {
                closing.rollback();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }
}
