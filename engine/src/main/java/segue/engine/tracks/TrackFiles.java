package segue.engine.tracks;

import java.nio.file.Path;
import java.util.List;
import segue.engine.listen.Paths;
import segue.library.Library;
import segue.library.browse.TrackFacts;

/// Where the music itself is.
public final class TrackFiles {

    private TrackFiles() {}

    /// The files of a track, the best first: only such as the library has heard. They may have gone
    /// since.
    ///
    /// @throws segue.core.run.SegueException.NotFound for an unknown id
    public static List<Path> of(Library library, String id) {
        TrackFacts facts = library.track(id).orElseThrow(() -> TrackPage.unknown(id));
        return facts.files().stream()
                .filter(file -> file.state().equals("heard"))
                .map(file -> Paths.path(file.path()))
                .toList();
    }
}
