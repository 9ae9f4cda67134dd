package segue.server.resource;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import segue.core.run.Run;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.recommend.Ask;
import segue.server.http.Answers;
import segue.server.http.Answers.Whole;
import segue.server.http.Asked;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// What someone should hear next.
public final class RecommendationsResource implements Resource {

    private static final Json.Over<Ask> ASKS = new Json.Over<>(Ask.DEFAULTS.withN(20));

    private final Segue segue;

    public RecommendationsResource(Segue segue) {
        this.segue = segue;
    }

    @Override
    public void routes(RouteTable table) {
        table.post("/recommendations", this::recommend);
        table.get("/moods", ctx -> Answers.json(ctx, new Whole<>(Segue.moods())));
        table.get(
                "/onboarding",
                ctx -> Answers.json(ctx, new Whole<>(segue.onboarding(Asked.n(ctx)))));
    }

    private void recommend(Context ctx) {
        Ask ask = ASKS.read(new ByteArrayInputStream(ctx.bodyAsBytes()));
        if (ask.n() > Asked.MOST) {
            throw new Asked.Unreadable("n", "'n' must be 1..%d".formatted(Asked.MOST));
        }
        Answers.json(ctx, segue.recommend(ask, Run.quiet(ask.seed())));
    }
}
