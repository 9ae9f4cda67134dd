package segue.core.run;

import org.jspecify.annotations.Nullable;

/// Something outside the program's control went wrong, in words for the person who asked.
///
/// A caller's own mistake is an [IllegalArgumentException] instead. The family is closed so that
/// each door (command line, HTTP) maps it once.
public abstract sealed class SegueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private SegueException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// A file or stream that cannot be used as it is. `line` counts from 1; 0 where lines mean
    /// nothing.
    public static final class BadInput extends SegueException {
        private static final long serialVersionUID = 1L;
        private final String source;
        private final long line;

        public BadInput(String source, long line, String what) {
            this(source, line, what, null);
        }

        public BadInput(String source, long line, String what, @Nullable Throwable cause) {
            super(source + (line > 0 ? ", line " + line : "") + ": " + what, cause);
            this.source = source;
            this.line = line;
        }

        public String source() {
            return source;
        }

        public long line() {
            return line;
        }
    }

    /// A name, id, model or file that does not exist. The message ends with the way out.
    public static final class NotFound extends SegueException {
        private static final long serialVersionUID = 1L;

        public NotFound(String what) {
            super(what, null);
        }
    }

    /// Another process holds what is needed.
    public static final class Busy extends SegueException {
        private static final long serialVersionUID = 1L;

        public Busy(String what) {
            super(what, null);
        }
    }

    /// The disk, the memory or the database gave out: nothing was changed.
    public static final class Failed extends SegueException {
        private static final long serialVersionUID = 1L;

        public Failed(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }

    /// Training broke off in `iteration` (counted from 1) and left no model.
    public static final class FitFailed extends SegueException {
        private static final long serialVersionUID = 1L;
        private final int iteration;

        public FitFailed(int iteration, String hint) {
            super("Training failed in iteration " + iteration + ": " + hint, null);
            this.iteration = iteration;
        }

        public int iteration() {
            return iteration;
        }
    }

    /// The person asked to stop. Nothing was changed, unless the message says what was.
    public static final class Cancelled extends SegueException {
        private static final long serialVersionUID = 1L;

        public Cancelled() {
            this("Cancelled; nothing was changed.");
        }

        /// Where something was kept all the same.
        public Cancelled(String what) {
            super(what, null);
        }
    }
}
