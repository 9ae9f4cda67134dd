package segue.audio.compose;

/// A stretch of a piece.
///
/// @param kind its place in the whole
/// @param firstBar counted from 0
/// @param bars how many
public record Section(Kind kind, int firstBar, int bars) {

    /// The places a section can have. A band's verse is a BUILD, its refrain a DROP.
    public enum Kind {
        INTRO,
        BUILD,
        BREAKDOWN,
        DROP,
        OUTRO
    }

    /// The bar after its last.
    public int endBar() {
        return firstBar + bars;
    }
}
