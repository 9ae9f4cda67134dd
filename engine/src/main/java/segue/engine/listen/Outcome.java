package segue.engine.listen;

import java.util.Optional;
import segue.audio.TrackProfile;

/// What came of one file.
///
/// @param index its place in the list of what was to be heard
/// @param content a hash of its bytes; empty where they could not be read
/// @param profile what was heard; empty for a failure
record Outcome(
        int index,
        Found file,
        String content,
        Optional<TrackProfile> profile,
        Optional<Failure> failure) {

    static Outcome heard(int index, Found file, String content, TrackProfile profile) {
        return new Outcome(index, file, content, Optional.of(profile), Optional.empty());
    }

    static Outcome failed(int index, Found file, String content, Failure.Kind kind, String text) {
        return new Outcome(
                index, file, content, Optional.empty(), Optional.of(new Failure(kind, text)));
    }
}
