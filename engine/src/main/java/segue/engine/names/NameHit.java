package segue.engine.names;

/// Something found by its name.
///
/// @param kind "artist", "track", "listener" or "tag"
/// @param id the outside identity
/// @param name what it is called
/// @param detail what belongs before the name (a track's artist), or empty
/// @param score how well it fits, 0..1; of use only for comparing within one answer
public record NameHit(String kind, String id, String name, String detail, double score) {

    /// "Björk - Army of Me".
    public String label() {
        return detail.isEmpty() ? name : detail + " - " + name;
    }
}
