package segue.engine.sound;

import java.util.List;
import segue.core.math.Matrix;
import segue.library.Library;
import segue.library.sound.HeardTrack;
import segue.library.sound.HeardTracks;

/// Where all heard files lie in the library's space of sound; near is alike.
///
/// @param ids of their tracks; one with several files stands more than once
/// @param points `files × components`
public record SoundPoints(List<String> ids, Matrix points) {

    public SoundPoints {
        ids = List.copyOf(ids);
    }

    /// Of all files that are there; none where nothing was heard.
    public static SoundPoints of(Library library) {
        HeardTracks heard = library.heard();
        return heard.tracks().isEmpty()
                ? new SoundPoints(List.of(), Matrix.zeros(0, 0))
                : new SoundPoints(
                        heard.tracks().stream().map(HeardTrack::track).toList(),
                        Places.of(heard.vectors()).points());
    }
}
