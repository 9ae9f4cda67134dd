package segue.server.resource;

import io.javalin.http.Context;
import segue.core.run.Run;
import segue.engine.Segue;
import segue.engine.map.Colour;
import segue.server.http.Answers;
import segue.server.http.Asked;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// The library in two dimensions.
public final class MapResource implements Resource {

    private static final long SEED = 42;

    private final Segue segue;

    public MapResource(Segue segue) {
        this.segue = segue;
    }

    @Override
    public void routes(RouteTable table) {
        table.get("/map", this::map);
    }

    private void map(Context ctx) {
        ListenersResource.ItemKind kind =
                Asked.choice(
                        ctx,
                        "kind",
                        ListenersResource.ItemKind.class,
                        ListenersResource.ItemKind.TRACK);
        Colour colour = Asked.choice(ctx, "colour", Colour.class, Colour.GENRE);
        Run run = Run.quiet(SEED);
        Answers.tagged(
                ctx,
                segue.modelStamp() + "-" + segue.insights().stamp(),
                () ->
                        kind == ListenersResource.ItemKind.TRACK
                                ? segue.explore().trackMap(colour, run)
                                : segue.explore().artistMap(colour, run));
    }
}
