package segue.library.event;

import java.time.Instant;
import segue.library.Kind;

/// Something to be noted.
///
/// @param key tells it from every other event
/// @param listener whose it is; made if not known yet
/// @param item artist or track
/// @param id of the artist or track
/// @param at when it was
public record Event(String key, String listener, EventKind kind, Kind item, String id, Instant at) {

    public Event {
        if (key.isEmpty() || listener.isBlank()) {
            throw new IllegalArgumentException("an event needs a key and a listener");
        }
        if (item != Kind.ARTIST && item != Kind.TRACK) {
            throw new IllegalArgumentException("events are of artists or tracks, not of " + item);
        }
    }
}
