package segue.library.browse;

/// A tag and how many people said it.
///
/// @param count taggings; 0 for a genre that only a file or an import says
public record TagCount(String tag, long count) {}
