package segue.server.resource;

import io.javalin.http.Context;
import java.util.List;
import segue.engine.Segue;
import segue.engine.tracks.ArtistPage;
import segue.server.http.Answers;
import segue.server.http.Asked;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// Artists, and what is around them.
public final class ArtistsResource implements Resource {

    private final Segue segue;

    public ArtistsResource(Segue segue) {
        this.segue = segue;
    }

    record Artist(
            String id,
            String name,
            List<Pictured.Tag> tags,
            long listeners,
            double plays,
            boolean hasSound,
            List<Pictured.TrackRow> tracks) {}

    @Override
    public void routes(RouteTable table) {
        table.get("/artists/{id}", this::artist);
        table.get("/artists/{id}/network", this::network);
    }

    private void artist(Context ctx) {
        Answers.tagged(ctx, segue.pulse(), () -> artist(Asked.path(ctx, "id")));
    }

    private Artist artist(String id) {
        ArtistPage page = segue.explore().artist(id);
        return new Artist(
                page.id(),
                page.name(),
                page.tags().stream().map(tag -> new Pictured.Tag(tag.tag(), tag.count())).toList(),
                page.listeners(),
                page.plays(),
                page.hasSound(),
                page.tracks().stream().map(Pictured::row).toList());
    }

    private void network(Context ctx) {
        int n = Asked.n(ctx);
        Answers.tagged(
                ctx,
                segue.modelStamp() + "-" + segue.pulse(),
                () -> segue.explore().network(Asked.path(ctx, "id"), n));
    }
}
