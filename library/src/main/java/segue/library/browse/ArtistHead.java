package segue.library.browse;

/// An artist in short.
///
/// @param plays of all listeners
/// @param tag what most people call it, or empty
public record ArtistHead(String id, String name, double plays, String tag) {}
