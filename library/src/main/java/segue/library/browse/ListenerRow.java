package segue.library.browse;

import java.time.Instant;
import java.util.Optional;

/// A listener in a list of listeners.
///
/// @param artists how many different ones were played
/// @param tracks the same of tracks
/// @param firstPlay where plays have times
/// @param lastPlay the same
public record ListenerRow(
        String id,
        double plays,
        long artists,
        long tracks,
        Optional<Instant> firstPlay,
        Optional<Instant> lastPlay) {}
