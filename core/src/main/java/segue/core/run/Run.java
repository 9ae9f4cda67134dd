package segue.core.run;

import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// One execution of a computation: its seed, how many threads it may use, who hears of its
/// progress, and whether it should stop. Thread-safe.
public final class Run {

    private final long seed;
    private final int threads;
    private final Progress progress;
    private final Map<String, Double> metrics = new ConcurrentHashMap<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final BooleanSupplier stop;

    public Run(long seed, int threads, Progress progress) {
        this(seed, threads, progress, () -> false);
    }

    private Run(long seed, int threads, Progress progress, BooleanSupplier stop) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, is " + threads);
        }
        this.seed = seed;
        this.threads = threads;
        this.progress = progress;
        this.stop = stop;
    }

    /// A part of this run with the same seed, measures of its own, and nobody hearing its progress.
    /// It stops when this run does, or when `alsoStop` says so.
    public Run part(int partThreads, BooleanSupplier alsoStop) {
        return new Run(
                seed, partThreads, Progress.NONE, () -> isCancelled() || alsoStop.getAsBoolean());
    }

    /// All processors, nobody listening.
    public static Run quiet(long seed) {
        return new Run(seed, Runtime.getRuntime().availableProcessors(), Progress.NONE);
    }

    public long seed() {
        return seed;
    }

    public int threads() {
        return threads;
    }

    /// The source of random numbers for one `purpose` ("init", "split"): the same seed and purpose
    /// give the same numbers, other purposes independent ones.
    public SplittableRandom random(String purpose) {
        long hash = seed;
        for (int i = 0; i < purpose.length(); i++) {
            hash = hash * 0x9E3779B97F4A7C15L + purpose.charAt(i);
        }
        return new SplittableRandom(hash);
    }

    public void report(String stage, long done, long total, String detail) {
        progress.report(stage, done, total, detail);
    }

    /// Notes a number the computation ended with ("loss"); a later one of the same name replaces
    /// it.
    public void measure(String metric, double value) {
        metrics.put(metric, value);
    }

    /// What was measured so far.
    public SortedMap<String, Double> metrics() {
        return new TreeMap<>(metrics);
    }

    /// Asks the computation to stop at its next check. Safe from any thread, also a signal handler.
    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get() || stop.getAsBoolean();
    }

    /// @throws SegueException.Cancelled when someone asked to stop
    public void check() {
        if (isCancelled()) {
            throw new SegueException.Cancelled();
        }
    }
}
