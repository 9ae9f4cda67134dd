package segue.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import segue.core.run.Run;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.playlist.Playlist;
import segue.engine.playlist.PlaylistFile;
import segue.engine.playlist.Playlists;
import segue.engine.tracks.TrackLine;
import segue.engine.tracks.TrackTable;
import segue.library.Kind;
import segue.library.browse.PlaylistEntry;
import segue.library.browse.PlaylistHead;
import segue.library.store.PlaylistStore.Item;
import segue.server.http.Answers;
import segue.server.http.Asked;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// Playlists: made, changed, taken away and brought back, written as files.
public final class PlaylistsResource implements Resource {

    private final Segue segue;

    public PlaylistsResource(Segue segue) {
        this.segue = segue;
    }

    record Summary(
            String id,
            String name,
            Optional<String> owner,
            boolean editable,
            long count,
            Optional<Instant> created,
            Optional<Instant> changed,
            String notes) {}

    record Whole(
            String id,
            String name,
            Optional<String> owner,
            boolean editable,
            long count,
            Optional<Instant> created,
            Optional<Instant> changed,
            String notes,
            String recipe,
            double seconds,
            List<Entry> items) {}

    record Entry(
            int position,
            String kind,
            String id,
            String name,
            String artist,
            Pictured.Traits traits,
            boolean playable) {}

    /// An artist or a track by id, else by name.
    record Ref(String kind, String id, String name) {}

    record Draft(
            String name, Optional<String> owner, String notes, String recipe, List<Ref> items) {
        static final Draft EMPTY = new Draft("", Optional.empty(), "", "", List.of());
    }

    record Move(int from, int to) {}

    record Patch(
            String name,
            Optional<String> notes,
            List<Integer> remove,
            Optional<Move> move,
            List<Ref> add) {
        static final Patch EMPTY =
                new Patch("", Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    record Export(String format, String name, List<Ref> items) {
        static final Export EMPTY = new Export("m3u8", "Segue", List.of());
    }

    @Override
    public void routes(RouteTable table) {
        table.get("/playlists", this::list);
        table.post("/playlists", this::create);
        table.get(
                "/playlists/{id}",
                ctx -> Answers.json(ctx, shown(lists().get(Asked.path(ctx, "id")))));
        table.put("/playlists/{id}", this::replace);
        table.patch("/playlists/{id}", this::patch);
        table.delete("/playlists/{id}", this::delete);
        table.post(
                "/playlists/{id}/restore",
                ctx -> Answers.json(ctx, shown(lists().restore(Asked.path(ctx, "id")))));
        table.post(
                "/playlists/{id}/refresh",
                ctx ->
                        Answers.json(
                                ctx,
                                shown(
                                        segue.recipes()
                                                .refresh(Asked.path(ctx, "id"), Run.quiet(42)))));
        table.get("/playlists/{id}/export", this::export);
        table.post("/exports", this::exportItems);
    }

    private Playlists lists() {
        return segue.playlists();
    }

    private void list(Context ctx) {
        int limit = Asked.limit(ctx);
        int offset = Asked.offset(ctx);
        List<PlaylistHead> heads = lists().list(Asked.text(ctx, "q").orElse(""), offset, limit + 1);
        Answers.json(
                ctx,
                new Answers.Page<>(
                        heads.stream().limit(limit).map(PlaylistsResource::summary).toList(),
                        ListenersResource.next(heads.size(), offset, limit)));
    }

    private void create(Context ctx) {
        Draft draft = read(ctx, Draft.EMPTY);
        Playlist made =
                lists().create(draft.name(), draft.notes(), draft.recipe(), items(draft.items()));
        ctx.header("Location", RouteTable.BASE + "/playlists/" + made.head().id());
        Answers.json(ctx, HttpStatus.CREATED, shown(made));
    }

    private void replace(Context ctx) {
        Draft draft = read(ctx, Draft.EMPTY);
        Answers.json(
                ctx,
                shown(
                        lists().replace(
                                        Asked.path(ctx, "id"),
                                        draft.name(),
                                        draft.notes(),
                                        draft.recipe(),
                                        items(draft.items()))));
    }

    /// All parts of a change at once, or none.
    private void patch(Context ctx) {
        Patch patch = read(ctx, Patch.EMPTY);
        Playlist old = lists().get(Asked.path(ctx, "id"));
        List<Item> items = new ArrayList<>(Playlists.items(old));
        Set<Integer> removed = new HashSet<>(patch.remove());
        for (int position : removed) {
            checkPosition("remove", position, items.size());
        }
        List<Item> kept = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (!removed.contains(i + 1)) {
                kept.add(items.get(i));
            }
        }
        patch.move()
                .ifPresent(
                        move -> {
                            checkPosition("move.from", move.from(), kept.size());
                            checkPosition("move.to", move.to(), kept.size());
                            kept.add(move.to() - 1, kept.remove(move.from() - 1));
                        });
        kept.addAll(items(patch.add()));
        PlaylistHead head = old.head();
        Answers.json(
                ctx,
                shown(
                        lists().replace(
                                        head.id(),
                                        patch.name().isEmpty() ? head.name() : patch.name(),
                                        patch.notes().orElse(head.notes()),
                                        head.recipe(),
                                        kept)));
    }

    private static void checkPosition(String field, int position, int size) {
        if (position < 1 || position > size) {
            throw new Asked.Unreadable(
                    field, "'%s' must be 1..%d, is %d".formatted(field, size, position));
        }
    }

    private void delete(Context ctx) {
        lists().delete(Asked.path(ctx, "id"));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void export(Context ctx) {
        PlaylistFile format = PlaylistFile.parse(Asked.text(ctx, "format").orElse("m3u8"));
        Playlist playlist = lists().get(Asked.path(ctx, "id"));
        write(ctx, format, playlist.head().name(), playlist.items());
    }

    private void exportItems(Context ctx) {
        Export export = read(ctx, Export.EMPTY);
        PlaylistFile format = PlaylistFile.parse(export.format());
        write(ctx, format, export.name(), lists().entries(items(export.items())));
    }

    private static void write(
            Context ctx, PlaylistFile format, String name, List<PlaylistEntry> entries) {
        String file =
                URLEncoder.encode(name + "." + format.ending(), StandardCharsets.UTF_8)
                        .replace("+", "%20");
        ctx.header("Content-Disposition", "attachment; filename*=UTF-8''" + file)
                .header("Cache-Control", "no-store")
                .contentType(
                        format == PlaylistFile.JSPF
                                ? format.type()
                                : format.type() + "; charset=utf-8")
                .result(format.write(name, entries).getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T read(Context ctx, T defaults) {
        return Json.read(new ByteArrayInputStream(ctx.bodyAsBytes()), defaults);
    }

    private List<Item> items(List<Ref> refs) {
        List<Item> items = new ArrayList<>();
        for (Ref ref : refs) {
            Kind kind =
                    Asked.constant("items.kind", ref.kind(), ListenersResource.ItemKind.class)
                                    == ListenersResource.ItemKind.ARTIST
                            ? Kind.ARTIST
                            : Kind.TRACK;
            if (ref.id() != null && !ref.id().isEmpty()) {
                items.add(new Item(kind, ref.id()));
            } else if (ref.name() != null && !ref.name().isEmpty()) {
                items.addAll(lists().named(List.of(ref.name()), kind));
            } else {
                throw new Asked.Unreadable("items", "an item needs an id or a name");
            }
        }
        return items;
    }

    private static Summary summary(PlaylistHead head) {
        return new Summary(
                head.id(),
                head.name(),
                Pictured.filled(head.owner()),
                head.own(),
                head.size(),
                head.created(),
                head.changed(),
                head.notes());
    }

    private Whole shown(Playlist playlist) {
        TrackTable table = segue.explore().tracks().table();
        PlaylistHead head = playlist.head();
        List<Entry> entries = new ArrayList<>();
        for (PlaylistEntry entry : playlist.items()) {
            OptionalInt row =
                    entry.kind() == Kind.TRACK ? table.row(entry.id()) : OptionalInt.empty();
            Optional<TrackLine> line =
                    row.isPresent() ? Optional.of(table.line(row.getAsInt())) : Optional.empty();
            entries.add(
                    new Entry(
                            entries.size() + 1,
                            entry.kind().word(),
                            entry.id(),
                            entry.title(),
                            entry.kind() == Kind.TRACK ? entry.artist() : "",
                            line.map(Pictured::traits).orElse(Pictured.Traits.UNKNOWN),
                            line.map(TrackLine::playable).orElse(false)));
        }
        return new Whole(
                head.id(),
                head.name(),
                Pictured.filled(head.owner()),
                head.own(),
                head.size(),
                head.created(),
                head.changed(),
                head.notes(),
                head.recipe(),
                playlist.seconds(),
                entries);
    }
}
