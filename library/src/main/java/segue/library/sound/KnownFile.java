package segue.library.sound;

import java.util.Optional;

/// A file as the library remembers it.
///
/// @param file its number, which it keeps when it moves
/// @param content a hash of its bytes
/// @param version of the analysis that heard it
/// @param failureKind why it could not be heard; empty where it was
public record KnownFile(
        long file,
        FileStamp stamp,
        String content,
        State state,
        int version,
        Optional<String> failureKind) {

    /// What became of a file.
    public enum State {
        HEARD,
        FAILED,
        /// It is where it was no longer; what was heard is kept, in case it comes back.
        GONE
    }

    public boolean wasHeard() {
        return failureKind.isEmpty();
    }
}
