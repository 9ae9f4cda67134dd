package segue.library;

/// What the columns of a matrix are.
public enum Items {
    ARTISTS,
    TRACKS
}
