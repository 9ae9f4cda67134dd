package segue.engine.listen;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What to listen to, and how.
///
/// @param places folders, with all that is in them, and files
/// @param timeout how long one file may take
/// @param retry whether to try again what failed before and has not changed since
/// @param writeTags whether to write tempo, key and energy into the files' tags
public record ListenRequest(
        List<Path> places, Duration timeout, boolean retry, boolean writeTags) {

    public static final Duration USUAL_TIMEOUT = Duration.ofMinutes(15);

    public ListenRequest {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("name a folder or a file to listen to");
        }
        if (timeout.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException(
                    "the timeout must be more than 0 s, is %s s".formatted(timeout.toSeconds()));
        }
    }

    /// The usual patience; reads only.
    public static ListenRequest of(List<Path> places) {
        return new ListenRequest(places, USUAL_TIMEOUT, false, false);
    }

    public ListenRequest withTimeout(Duration other) {
        return new ListenRequest(places, other, retry, writeTags);
    }

    public ListenRequest withRetry(boolean other) {
        return new ListenRequest(places, timeout, other, writeTags);
    }

    public ListenRequest withWriteTags(boolean other) {
        return new ListenRequest(places, timeout, retry, other);
    }
}
