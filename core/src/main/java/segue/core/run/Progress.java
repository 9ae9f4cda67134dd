package segue.core.run;

/// Hears how far a long computation is. Called from any thread; implementations must be thread-safe
/// and quick.
@FunctionalInterface
public interface Progress {

    /// Nobody listens.
    Progress NONE = (stage, done, total, detail) -> {};

    /// `stage` ("import plays.csv", "als") has finished `done` of `total` steps; `total` is 0 where
    /// unknown. `detail` is a short remark for people ("loss .0288"), or empty.
    void report(String stage, long done, long total, String detail);
}
