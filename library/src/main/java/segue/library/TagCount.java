package segue.library;

/// How many people gave an artist or a track a tag.
///
/// @param item the id of the artist or track
/// @param people at least 1; 0 where a file or a catalogue says it, not people
public record TagCount(String item, String tag, long people) {}
