package segue.server.resource;

import segue.engine.Segue;
import segue.server.http.Answers;
import segue.server.http.Asked;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// Ways to say what one likes without having played anything: moods, and artists to say yes or no
/// to.
public final class TasteResource implements Resource {

    private final Segue segue;

    public TasteResource(Segue segue) {
        this.segue = segue;
    }

    @Override
    public void routes(RouteTable table) {
        table.get("/moods", ctx -> Answers.json(ctx, new Answers.Whole<>(Segue.moods())));
        table.get(
                "/onboarding",
                ctx -> Answers.json(ctx, new Answers.Whole<>(segue.onboarding(Asked.n(ctx)))));
    }
}
