package segue.library.browse;

import java.time.Instant;
import java.util.Optional;

/// A listener in a list of listeners.
///
/// @param artists how many different ones were played
/// @param lastPlay where plays have times
public record ListenerRow(String id, double plays, long artists, Optional<Instant> lastPlay) {}
