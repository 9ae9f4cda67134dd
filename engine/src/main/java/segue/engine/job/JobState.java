package segue.engine.job;

/// How far a job is.
public enum JobState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    /// The server ended while it ran.
    INTERRUPTED;

    /// Whether nothing more will happen by itself.
    public boolean ended() {
        return this != QUEUED && this != RUNNING;
    }
}
