package segue.library;

import java.util.Locale;

/// The kinds of thing that have a name in the library.
public enum Kind {
    LISTENER,
    ARTIST,
    TRACK,
    PLAYLIST,
    /// A word that people or files put to music, also a genre.
    TAG;

    /// The word for people: "artist".
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of thing that stands in the rows of a matrix.
    public static Kind of(Rows rows) {
        return rows == Rows.LISTENERS ? LISTENER : PLAYLIST;
    }

    /// The kind of thing that stands in the columns of a matrix.
    public static Kind of(Items items) {
        return items == Items.ARTISTS ? ARTIST : TRACK;
    }
}
