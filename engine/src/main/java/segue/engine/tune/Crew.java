package segue.engine.tune;

import java.util.List;
import segue.core.math.SparseMatrix;
import segue.core.tune.Candidate;
import segue.core.tune.Footprint;

/// How many trials are made at the same time: as many as there are threads, if memory holds that
/// many of the largest.
///
/// @param threads there are
/// @param counts what is learned from
/// @param memory bytes that trials may take together
record Crew(int threads, SparseMatrix counts, long memory) {

    /// Of the heap, what trials may take together.
    private static final double OF_HEAP = .6;

    /// Of the heap, what may be kept between trials.
    private static final double KEPT_OF_HEAP = .15;

    static Crew of(int threads, SparseMatrix counts) {
        return new Crew(threads, counts, (long) (OF_HEAP * Runtime.getRuntime().maxMemory()));
    }

    static long kept() {
        return (long) (KEPT_OF_HEAP * Runtime.getRuntime().maxMemory());
    }

    /// At least 1.
    int size(List<Candidate> candidates) {
        long largest =
                candidates.stream()
                        .mapToLong(candidate -> Footprint.of(candidate, counts))
                        .max()
                        .orElse(1);
        long most = Math.min(threads, candidates.size());
        return (int) Math.max(1, Math.min(most, memory / Math.max(1, largest)));
    }
}
