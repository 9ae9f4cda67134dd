package segue.server.resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import segue.engine.Overview;
import segue.engine.Segue;
import segue.engine.train.ModelInfo;
import segue.engine.train.Version;
import segue.library.Status;
import segue.server.http.Answers;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// What is in the library, and what it can do.
public final class LibraryResource implements Resource {

    private final Segue segue;

    public LibraryResource(Segue segue) {
        this.segue = segue;
    }

    record LibraryState(
            String folder,
            long revision,
            boolean isDemo,
            boolean hasAudio,
            boolean hasTimes,
            boolean hasFeatures,
            Counts counts,
            Optional<Instant> firstPlay,
            Optional<Instant> lastPlay,
            long bytes,
            List<Status.Source> sources,
            List<ActiveModel> activeModels,
            List<String> notes,
            String version) {}

    record Counts(
            long listeners,
            long artists,
            long tracks,
            double plays,
            long tags,
            long taggings,
            long friendships,
            long playlists,
            long playlistEntries,
            long filesHeard,
            long filesFailed,
            long filesGone,
            double heardSeconds) {}

    record ActiveModel(String name, String algorithm, String of, String on, boolean stale) {}

    @Override
    public void routes(RouteTable table) {
        table.get("/library", ctx -> Answers.json(ctx, state()));
    }

    private LibraryState state() {
        Overview overview = segue.status();
        Status status = overview.status();
        long revision = segue.revision();
        return new LibraryState(
                overview.library(),
                revision,
                segue.isDemo(),
                status.files().heard() > 0,
                status.firstPlay().isPresent(),
                status.featuredTracks() > 0 || status.files().heard() > 0,
                counts(status),
                status.firstPlay(),
                status.lastPlay(),
                status.bytes(),
                status.sources(),
                segue.activeModel().map(model -> active(model, revision)).stream().toList(),
                segue.notes(),
                Version.TEXT);
    }

    private static ActiveModel active(ModelInfo model, long revision) {
        return new ActiveModel(
                model.name(),
                model.algorithm(),
                model.of(),
                model.on(),
                model.revision() < revision);
    }

    private static Counts counts(Status status) {
        return new Counts(
                status.listeners(),
                status.artists(),
                status.tracks(),
                status.plays(),
                status.tags(),
                status.taggings(),
                status.friendships(),
                status.playlists(),
                status.playlistEntries(),
                status.files().heard(),
                status.files().failed(),
                status.files().gone(),
                status.files().seconds());
    }
}
