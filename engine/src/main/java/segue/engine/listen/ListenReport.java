package segue.engine.listen;

import java.util.List;

/// What a run of listening did.
///
/// @param found files of music in the places that were named
/// @param heard files that were listened to
/// @param unchanged files that were known already
/// @param moved files that were known under another path
/// @param copied files that hold the same bytes as a known one
/// @param returned files that were gone, or whose date only changed
/// @param gone files that are not where they were
/// @param stillFailing files that failed before and were left alone
/// @param damaged files that could be heard though something is wrong with them, and the first few
/// @param failures what could not be heard, by kind, the most frequent first
/// @param tagged files whose tags were written
/// @param untagged files whose tags could not be, and the first few
/// @param musicSeconds how long all that was heard plays
/// @param seconds how long it took
public record ListenReport(
        int found,
        int heard,
        int unchanged,
        int moved,
        int copied,
        int returned,
        int gone,
        int stillFailing,
        Failures damaged,
        List<Failures> failures,
        int tagged,
        Failures untagged,
        double musicSeconds,
        double seconds) {

    public ListenReport {
        failures = List.copyOf(failures);
    }

    /// Files that failed for one reason.
    ///
    /// @param reason in words
    /// @param examples the first few
    public record Failures(String reason, int count, List<Example> examples) {
        public Failures {
            examples = List.copyOf(examples);
        }
    }

    /// One of them.
    public record Example(String path, String text) {}

    /// How many files could not be heard.
    public int failed() {
        return failures.stream().mapToInt(Failures::count).sum();
    }
}
