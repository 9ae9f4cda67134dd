package segue.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Seed and threads of a computation.
final class RunOptions {

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Same seed, same result. Default: 42.")
    private long seed = 42;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads to use. Default: all processors.")
    private @Nullable Integer threads;

    long seed() {
        return seed;
    }

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
