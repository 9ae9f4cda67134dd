package segue.server.resource;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import segue.engine.Segue;
import segue.library.Kind;
import segue.server.http.Answers;
import segue.server.http.Asked;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// Names found while someone types.
public final class SearchResource implements Resource {

    /// What can be searched for.
    enum SearchKind {
        ARTIST,
        TRACK,
        LISTENER,
        TAG;

        Kind kind() {
            return Kind.valueOf(name());
        }
    }

    private static final int LONGEST = 200;

    private final Segue segue;

    public SearchResource(Segue segue) {
        this.segue = segue;
    }

    @Override
    public void routes(RouteTable table) {
        table.get("/search", this::search);
    }

    private void search(Context ctx) {
        String typed = Asked.need(ctx, "q");
        if (typed.length() > LONGEST) {
            throw new Asked.Unreadable(
                    "q", "'q' must have at most %d characters".formatted(LONGEST));
        }
        List<Kind> kinds = new ArrayList<>();
        for (String kind : Asked.list(ctx, "kinds")) {
            kinds.add(Asked.constant("kinds", kind, SearchKind.class).kind());
        }
        int limit = Asked.limit(ctx);
        Answers.tagged(
                ctx,
                segue.stamp(),
                () -> new Answers.Whole<>(segue.explore().names().search(typed, kinds, limit)));
    }
}
