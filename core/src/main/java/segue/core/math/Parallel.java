package segue.core.math;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import segue.core.run.Run;

/// The one parallel loop: fixed segments of rows, handed out from one atomic cursor, so that a slow
/// segment never holds back the others. Which thread gets which segment varies; what a segment
/// computes must not depend on it.
public final class Parallel {

    private Parallel() {}

    /// Work on the rows `from` (inclusive) to `to` (exclusive).
    @FunctionalInterface
    public interface Segment {
        void run(int from, int to);
    }

    /// Makes one [Segment] for each thread, so that a worker can own buffers.
    @FunctionalInterface
    public interface Worker {
        Segment start();
    }

    /// Runs the segments of `segmentRows` rows each over `rows` rows on `run.threads()` threads.
    /// Returns when all are done; the first failure ends the others and is thrown. Checks for
    /// cancellation before each segment.
    public static void rows(int rows, int segmentRows, Run run, Worker worker) {
        if (segmentRows < 1) {
            throw new IllegalArgumentException("segmentRows must be at least 1, is " + segmentRows);
        }
        int segments = Math.ceilDiv(rows, segmentRows);
        AtomicInteger cursor = new AtomicInteger();
        FirstFailure failure = new FirstFailure();
        Runnable body =
                () -> {
                    try {
                        Segment segment = worker.start();
                        for (int s = cursor.getAndIncrement();
                                s < segments && failure.none();
                                s = cursor.getAndIncrement()) {
                            run.check();
                            int from = s * segmentRows;
                            segment.run(from, Math.min(rows, from + segmentRows));
                        }
                    } catch (Throwable e) {
                        failure.set(e);
                    }
                };
        int helpers = Math.min(run.threads(), segments) - 1;
        Thread[] threads = new Thread[Math.max(helpers, 0)];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.ofPlatform().name("segue-rows-" + i).daemon().start(body);
        }
        body.run();
        for (Thread thread : threads) {
            join(thread);
        }
        failure.rethrow();
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class FirstFailure {
        private volatile @Nullable Throwable failure;

        boolean none() {
            return failure == null;
        }

        synchronized void set(Throwable e) {
            if (failure == null) {
                failure = e;
            }
        }

        void rethrow() {
            Throwable e = failure;
            if (e instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (e instanceof Error error) {
                throw error;
            }
            if (e != null) {
                throw new IllegalStateException(e);
            }
        }
    }
}
