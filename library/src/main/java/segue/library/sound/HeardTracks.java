package segue.library.sound;

import java.util.List;
import segue.core.math.Matrix;

/// All files that were heard and are there, by path, and their vectors in the same order.
///
/// @param vectors `tracks × components`
public record HeardTracks(List<HeardTrack> tracks, Matrix vectors) {

    public HeardTracks {
        tracks = List.copyOf(tracks);
        if (vectors.rows() != tracks.size()) {
            throw new IllegalArgumentException(
                    "%d tracks, but %d vectors".formatted(tracks.size(), vectors.rows()));
        }
    }
}
