package segue.library;

/// A listener, artist, track or playlist as people see it.
///
/// @param id the outside identity, the one matrices and models carry
/// @param name what it is called
/// @param detail what tells it from others of the same name (a track's artist, a playlist's
///   owner), or empty
public record Entry(String id, String name, String detail) {

    /// The name with what belongs before it: "Björk - Army of Me" for a track.
    public String label() {
        return detail.isEmpty() ? name : detail + " - " + name;
    }
}
