package segue.engine.listen;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import segue.audio.Analyzer;
import segue.audio.feature.TempoPrior;
import segue.engine.filter.Span;

/// What to listen to, and how.
///
/// @param places folders, with all that is in them, and files
/// @param timeout how long one file may take
/// @param retry whether to try again what failed before and has not changed since
/// @param writeTags whether to write tempo, key and energy into the files' tags
/// @param tempos the range in which each track's tempo is looked for, at least an octave: 88..175
///   for club music; empty: any music
public record ListenRequest(
        List<Path> places,
        Duration timeout,
        boolean retry,
        boolean writeTags,
        Optional<Span> tempos) {

    public static final Duration USUAL_TIMEOUT = Duration.ofMinutes(15);

    public ListenRequest {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("name a folder or a file to listen to");
        }
        tempos.ifPresent(range -> TempoPrior.range(range.low(), range.high()));
        if (timeout.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException(
                    "the timeout must be more than 0 s, is %s s".formatted(timeout.toSeconds()));
        }
    }

    /// The usual patience; reads only.
    public static ListenRequest of(List<Path> places) {
        return new ListenRequest(places, USUAL_TIMEOUT, false, false, Optional.empty());
    }

    public ListenRequest withTimeout(Duration other) {
        return new ListenRequest(places, other, retry, writeTags, tempos);
    }

    public ListenRequest withRetry(boolean other) {
        return new ListenRequest(places, timeout, other, writeTags, tempos);
    }

    public ListenRequest withWriteTags(boolean other) {
        return new ListenRequest(places, timeout, retry, other, tempos);
    }

    public ListenRequest withTempos(Span range) {
        return new ListenRequest(places, timeout, retry, writeTags, Optional.of(range));
    }

    /// What hears by this request.
    Ear ear() {
        TempoPrior prior =
                tempos.map(range -> TempoPrior.range(range.low(), range.high()))
                        .orElse(TempoPrior.DEFAULTS);
        return (file, name, stop) -> Analyzer.analyze(file, name, prior, stop);
    }
}
