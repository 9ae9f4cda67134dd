package segue.server.resource;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import segue.engine.Segue;
import segue.engine.filter.BpmRule;
import segue.engine.filter.KeyRule;
import segue.engine.filter.MusicFilter;
import segue.engine.filter.Span;
import segue.engine.recommend.SimilarAsk;
import segue.library.Kind;
import segue.server.http.Answers;
import segue.server.http.Asked;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// What is like an artist or a track.
public final class SimilarResource implements Resource {

    private static final int MOST_PER_ARTIST = 1000;

    private final Segue segue;

    public SimilarResource(Segue segue) {
        this.segue = segue;
    }

    @Override
    public void routes(RouteTable table) {
        table.get("/artists/{id}/similar", ctx -> similar(ctx, Kind.ARTIST, MusicFilter.NONE));
        table.get("/tracks/{id}/similar", ctx -> similar(ctx, Kind.TRACK, filter(ctx)));
    }

    private void similar(Context ctx, Kind kind, MusicFilter filter) {
        SimilarAsk.By by = Asked.choice(ctx, "by", SimilarAsk.By.class, SimilarAsk.By.AUTO);
        Optional<Double> sound = Asked.number(ctx, "sound", 0, 1);
        if (sound.isPresent() && by != SimilarAsk.By.AUTO) {
            throw new Asked.Unreadable("sound", "'sound' goes with by=auto");
        }
        SimilarAsk ask =
                new SimilarAsk(
                        kind,
                        Asked.path(ctx, "id"),
                        Asked.n(ctx),
                        by,
                        sound.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                        Asked.text(ctx, "model").orElse(""),
                        filter);
        Answers.tagged(ctx, segue.modelStamp(), () -> segue.similar(ask));
    }

    private static MusicFilter filter(Context ctx) {
        MusicFilter filter =
                MusicFilter.NONE
                        .withGenres(Asked.list(ctx, "genre"), MusicFilter.NONE.notGenres())
                        .withPerArtist(Asked.whole(ctx, "maxPerArtist", 0, MOST_PER_ARTIST, 0));
        filter = read(ctx, "bpm", BpmRule::parse).map(filter::withBpm).orElse(filter);
        filter = read(ctx, "key", KeyRule::parse).map(filter::withKey).orElse(filter);
        filter =
                read(ctx, "energy", text -> Span.parse("energy", text))
                        .map(filter::withEnergy)
                        .orElse(filter);
        return read(ctx, "year", text -> Span.parse("year", text))
                .map(filter::withYears)
                .orElse(filter);
    }

    private static <T> Optional<T> read(Context ctx, String name, Function<String, T> parser) {
        try {
            return Asked.text(ctx, name).map(parser);
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            throw new Asked.Unreadable(name, message == null ? name : message.replace("--", ""));
        }
    }
}
