package segue.library;

import java.util.Locale;

/// What someone can say of an artist or a track.
public enum Feedback {
    /// More of this: counts as some plays.
    LIKE,
    /// Not this: counts against what is like it.
    SKIP,
    /// Never again.
    BAN;

    /// The word for people and for the database: "like".
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
