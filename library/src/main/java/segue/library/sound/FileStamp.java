package segue.library.sound;

/// A file as the file system shows it.
///
/// @param path absolute, as text; a `file:` URI where the name is no text
/// @param bytes its size
/// @param modifiedMillis when it was last changed, since 1970
public record FileStamp(String path, long bytes, long modifiedMillis) {}
