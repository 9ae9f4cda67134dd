package segue.library.event;

import java.util.Locale;

/// What someone can do with an artist or a track.
public enum EventKind {
    /// It was played once.
    PLAY,
    LIKE,
    SKIP,
    BAN;

    /// The word for people and for the database: "like".
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that word.
    public static EventKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
