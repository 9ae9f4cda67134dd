package segue.server.resource;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import segue.engine.Segue;
import segue.library.Items;
import segue.library.browse.ListenerRow;
import segue.library.browse.TopItem;
import segue.server.http.Answers;
import segue.server.http.Asked;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// Listeners and what they play.
public final class ListenersResource implements Resource {

    private final Segue segue;

    public ListenersResource(Segue segue) {
        this.segue = segue;
    }

    record Listener(
            String id,
            String name,
            double plays,
            long artists,
            long tracks,
            Optional<Instant> firstPlay,
            Optional<Instant> lastPlay) {}

    record Top(
            String kind, String id, String name, String artist, double plays, boolean playable) {}

    /// What a list is of.
    enum ItemKind {
        ARTIST,
        TRACK;

        Items items() {
            return this == ARTIST ? Items.ARTISTS : Items.TRACKS;
        }
    }

    @Override
    public void routes(RouteTable table) {
        table.get("/listeners", this::list);
        table.get(
                "/listeners/{id}",
                ctx ->
                        Answers.tagged(
                                ctx,
                                segue.pulse(),
                                () -> shown(segue.explore().listener(Asked.path(ctx, "id")))));
        table.get("/listeners/{id}/top", this::top);
        table.get("/listeners/{id}/history", this::history);
    }

    private void history(Context ctx) {
        ZoneId zone = zone(ctx);
        Answers.tagged(
                ctx,
                segue.pulse(),
                () ->
                        segue.explore()
                                .history(
                                        segue.explore().listener(Asked.path(ctx, "id")).id(),
                                        zone));
    }

    private static ZoneId zone(Context ctx) {
        try {
            return Asked.text(ctx, "zone").map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Asked.Unreadable(
                    "zone", "'zone' must be a time zone such as Europe/Berlin or +02:00");
        }
    }

    private void list(Context ctx) {
        int limit = Asked.limit(ctx);
        int offset = Asked.offset(ctx);
        String part = Asked.text(ctx, "q").orElse("");
        Answers.tagged(ctx, segue.pulse(), () -> page(part, offset, limit));
    }

    private Answers.Page<Listener> page(String part, int offset, int limit) {
        List<ListenerRow> rows = segue.explore().listeners(part, offset, limit + 1);
        return new Answers.Page<>(
                rows.stream().limit(limit).map(ListenersResource::shown).toList(),
                next(rows.size(), offset, limit));
    }

    /// The cursor after a page of which one more was asked for.
    static @Nullable String next(int found, int offset, int limit) {
        return found > limit ? Answers.cursor(Integer.toString(offset + limit)) : null;
    }

    private static Listener shown(ListenerRow row) {
        return new Listener(
                row.id(),
                row.id(),
                row.plays(),
                row.artists(),
                row.tracks(),
                row.firstPlay(),
                row.lastPlay());
    }

    private void top(Context ctx) {
        ItemKind kind = Asked.choice(ctx, "kind", ItemKind.class, ItemKind.TRACK);
        int limit = Asked.limit(ctx);
        int offset = Asked.offset(ctx);
        Answers.tagged(ctx, segue.pulse(), () -> top(Asked.path(ctx, "id"), kind, offset, limit));
    }

    private Answers.Page<Top> top(String listener, ItemKind kind, int offset, int limit) {
        String id = segue.explore().listener(listener).id();
        List<TopItem> items = segue.explore().top(id, kind.items(), offset, limit + 1);
        return new Answers.Page<>(
                items.stream().limit(limit).map(item -> shown(item, kind)).toList(),
                next(items.size(), offset, limit));
    }

    private Top shown(TopItem item, ItemKind kind) {
        var table = segue.explore().tracks().table();
        boolean playable =
                kind == ItemKind.TRACK
                        && table.row(item.id()).isPresent()
                        && table.playable(table.row(item.id()).getAsInt());
        return new Top(
                kind.name().toLowerCase(Locale.ROOT),
                item.id(),
                item.name(),
                item.detail(),
                item.plays(),
                playable);
    }
}
