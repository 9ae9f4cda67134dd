package segue.library.sound;

/// Something to remember of a file.
public sealed interface FileNews {

    /// Where, and as of when.
    FileStamp stamp();

    /// It was listened to.
    ///
    /// @param content a hash of its bytes
    /// @param version of the analysis
    record Heard(FileStamp stamp, String content, int version, FileTags tags, Sound sound)
            implements FileNews {}

    /// It cannot be listened to.
    ///
    /// @param kind one word for all failures of this sort
    /// @param text for people
    record Failed(FileStamp stamp, String content, int version, String kind, String text)
            implements FileNews {}

    /// The file of this number is here now.
    record Moved(FileStamp stamp, long file, FileTags tags) implements FileNews {}

    /// It holds the same bytes as the file of this number, which is still where it was.
    record Copied(FileStamp stamp, long file, FileTags tags) implements FileNews {}

    /// Its content is what it was: only its date changed, or it is back.
    record Unchanged(FileStamp stamp) implements FileNews {}

    /// Its tags were written: other bytes, the same sound.
    record Rewritten(FileStamp stamp, String content) implements FileNews {}

    /// It is not there any more.
    record Gone(FileStamp stamp) implements FileNews {}
}
