package segue.library.browse;

/// Something much played.
///
/// @param detail what belongs before the name, or empty
public record TopItem(String id, String name, String detail, double plays) {}
