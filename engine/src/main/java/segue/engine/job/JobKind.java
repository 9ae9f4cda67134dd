package segue.engine.job;

import java.util.Locale;

/// What a job does.
public enum JobKind {
    IMPORT(false),
    /// Goes on where it was: files that were heard are not heard again.
    LISTEN(true),
    TRAIN(false),
    /// Goes on where it was: trials are remembered.
    TUNE(true),
    EVALUATE(false);

    private final boolean goesOn;

    JobKind(boolean goesOn) {
        this.goesOn = goesOn;
    }

    /// Whether a job that was broken off loses little.
    public boolean goesOn() {
        return goesOn;
    }

    /// The word for people: "tune".
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
