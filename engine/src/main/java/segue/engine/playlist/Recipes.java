package segue.engine.playlist;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Json;
import segue.engine.recommend.Ask;
import segue.engine.recommend.Recommendation;
import segue.library.Kind;
import segue.library.browse.PlaylistHead;
import segue.library.store.PlaylistStore.Item;

/// Playlists that were made of a wish, and can be made of it again. Thread-safe.
///
/// @param lists where they are kept
/// @param desk who is asked
public record Recipes(Playlists lists, BiFunction<Ask, Run, Recommendation> desk) {

    private static final Ask USUAL = Ask.DEFAULTS.withN(20);

    /// Keeps a list as a playlist, with the wish that made it.
    ///
    /// @throws IllegalArgumentException if there is one of that name already
    public Playlist keep(String name, Ask ask, Recommendation list) {
        for (PlaylistHead head : lists.list(name.strip(), 0, 100)) {
            if (head.own() && head.name().equalsIgnoreCase(name.strip())) {
                throw new IllegalArgumentException(
                        "there is a playlist '%s' already; take another name, or renew it with: segue playlist refresh %s"
                                .formatted(head.name(), head.id()));
            }
        }
        return lists.create(name, "", Json.line(ask), items(list));
    }

    /// Asks again for what made a playlist, and puts the new list in its place.
    ///
    /// @param idOrName an id, or a name that only one has
    /// @throws SegueException.NotFound if there is no such playlist, or nothing fits any more; then
    ///   it stays as it is
    /// @throws IllegalArgumentException if it was not made of a wish
    public Playlist refresh(String idOrName, Run run) {
        PlaylistHead head = lists.get(idOrName).head();
        if (head.recipe().isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' was not made of a wish, so it cannot be made again; keep one that can with: segue recommend … --save NAME"
                            .formatted(head.name()));
        }
        Ask ask =
                Json.read(
                        new ByteArrayInputStream(head.recipe().getBytes(StandardCharsets.UTF_8)),
                        USUAL);
        Recommendation list = desk.apply(ask, run);
        if (list.items().isEmpty()) {
            throw new SegueException.NotFound(
                    "Nothing fits the wish of '%s' any more; it stays as it is."
                            .formatted(head.name()));
        }
        return lists.replace(head.id(), head.name(), head.notes(), head.recipe(), items(list));
    }

    private static List<Item> items(Recommendation list) {
        return list.items().stream()
                .map(
                        item ->
                                new Item(
                                        item.kind().equals(Kind.ARTIST.word())
                                                ? Kind.ARTIST
                                                : Kind.TRACK,
                                        item.id()))
                .toList();
    }
}
