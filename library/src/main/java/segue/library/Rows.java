package segue.library;

/// What the rows of a matrix are.
public enum Rows {
    LISTENERS,
    PLAYLISTS
}
