package segue.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import segue.engine.Segue;
import segue.library.Kind;
import segue.library.event.Event;
import segue.library.event.EventKind;
import segue.library.event.Noted;
import segue.server.http.Answers;
import segue.server.http.Answers.Page;
import segue.server.http.Asked;
import segue.server.http.Asked.Unreadable;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// Plays, likes, skips and bans: acknowledged once they are on disk.
public final class FeedbackResource implements Resource {

    private static final int LONGEST = 500;
    private static final int LONGEST_KEY = 200;

    /// Clocks go wrong; by so much the time of an event may lie ahead.
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Segue segue;

    public FeedbackResource(Segue segue) {
        this.segue = segue;
    }

    record ItemRef(Kind kind, Optional<String> id, Optional<String> name) {}

    record Draft(String listener, EventKind kind, ItemRef item, Optional<Instant> at) {}

    record NamedItem(String kind, String id, String name) {}

    record FeedbackEvent(
            String key,
            String listener,
            String kind,
            NamedItem item,
            Instant at,
            boolean repeated,
            boolean undone) {

        static FeedbackEvent of(Noted.Kept kept) {
            Event event = kept.event();
            return new FeedbackEvent(
                    event.key(),
                    event.listener(),
                    event.kind().word(),
                    new NamedItem(event.item().word(), event.id(), kept.name()),
                    event.at(),
                    kept.repeated(),
                    kept.undone());
        }
    }

    @Override
    public void routes(RouteTable table) {
        table.post("/feedback", this::note);
        table.delete("/feedback/{key}", this::undo);
        table.get("/listeners/{id}/feedback", this::list);
    }

    private void note(Context ctx) {
        Draft draft = Asked.body(ctx, Draft.class);
        need("listener", draft.listener());
        need("kind", draft.kind());
        need("item", draft.item());
        need("item.kind", draft.item().kind());
        if (draft.listener().isBlank() || draft.listener().length() > LONGEST) {
            throw new Unreadable("listener", "'listener' must be 1..500 characters");
        }
        if (draft.item().kind() != Kind.ARTIST && draft.item().kind() != Kind.TRACK) {
            throw new Unreadable("item.kind", "'item.kind' must be artist or track");
        }
        Instant at = draft.at().orElseGet(Instant::now);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.now().plus(AHEAD))) {
            throw new Unreadable("at", "'at' must be between 1970 and now, is " + at);
        }
        Event event =
                new Event(
                        key(ctx),
                        draft.listener(),
                        draft.kind(),
                        draft.item().kind(),
                        id(draft.item()),
                        at);
        Answers.json(ctx, HttpStatus.ACCEPTED, FeedbackEvent.of(segue.note(event)));
    }

    /// JSON may leave anything out.
    private static void need(String field, @org.jspecify.annotations.Nullable Object value) {
        if (value == null) {
            throw new Unreadable(field, "'%s' is missing".formatted(field));
        }
    }

    private static String key(Context ctx) {
        String key = ctx.header("Idempotency-Key");
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (!key.matches("[\\x21-\\x7e]{1," + LONGEST_KEY + "}")) {
            throw new Unreadable(
                    "Idempotency-Key",
                    "'Idempotency-Key' must be 1..200 letters, digits and signs without spaces");
        }
        return key;
    }

    private String id(ItemRef item) {
        return item.id()
                .orElseGet(
                        () ->
                                segue.explore()
                                        .find(
                                                item.kind(),
                                                item.name()
                                                        .orElseThrow(
                                                                () ->
                                                                        new Unreadable(
                                                                                "item",
                                                                                "an item needs an id or a name")))
                                        .id());
    }

    private void undo(Context ctx) {
        Answers.json(ctx, FeedbackEvent.of(segue.undo(Asked.path(ctx, "key"))));
    }

    private void list(Context ctx) {
        int offset = Asked.offset(ctx);
        int limit = Asked.limit(ctx);
        Answers.tagged(ctx, segue.pulse(), () -> page(Asked.path(ctx, "id"), offset, limit));
    }

    private Page<FeedbackEvent> page(String id, int offset, int limit) {
        String listener = segue.explore().find(Kind.LISTENER, id).id();
        List<FeedbackEvent> events =
                segue.events(listener, offset, limit + 1).stream().map(FeedbackEvent::of).toList();
        boolean more = events.size() > limit;
        return new Page<>(
                more ? events.subList(0, limit) : events,
                more ? Answers.cursor(Integer.toString(offset + limit)) : null);
    }
}
