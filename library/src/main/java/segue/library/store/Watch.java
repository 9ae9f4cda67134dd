package segue.library.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.QueryProgress;
import org.jspecify.annotations.Nullable;
import segue.core.run.Run;

/// Looks over the shoulder of a long statement: tells a [Run] how far it is and stops it when the
/// run is cancelled.
final class Watch implements AutoCloseable {

    private static final int WHOLE = 1000;

    private final Run run;
    private final String stage;
    private final ScheduledExecutorService clock;
    private @Nullable Statement statement;
    private int from;
    private int to;
    private String detail = "";

    Watch(Run run, String stage) {
        this.run = run;
        this.stage = stage;
        this.clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("segue-watch").factory());
        var ticking = clock.scheduleAtFixedRate(this::tick, 100, 100, TimeUnit.MILLISECONDS);
        if (ticking.isCancelled()) {
            throw new IllegalStateException("the clock does not tick");
        }
    }

    synchronized void step(int newFrom, int newTo, String newDetail) {
        from = newFrom;
        to = newTo;
        detail = newDetail;
        run.check();
        run.report(stage, from, WHOLE, detail);
    }

    synchronized void begin(Statement started) {
        run.check();
        statement = started;
    }

    synchronized void end() {
        statement = null;
    }

    void check() {
        run.check();
    }

    boolean isCancelled() {
        return run.isCancelled();
    }

    /// Holds the monitor, so that the statement cannot be closed meanwhile.
    private synchronized void tick() {
        if (statement == null) {
            return;
        }
        try {
            if (run.isCancelled()) {
                statement.cancel();
            } else {
                QueryProgress progress =
                        statement.unwrap(DuckDBPreparedStatement.class).getQueryProgress();
                double share = Math.clamp(progress.getPercentage() / 100, 0, 1);
                run.report(stage, Math.round(from + share * (to - from)), WHOLE, detail);
            }
        } catch (SQLException e) {
            // The statement ended between two ticks: there is nothing left to tell or to stop.
            statement = null;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
