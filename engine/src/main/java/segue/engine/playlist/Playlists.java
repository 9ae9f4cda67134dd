package segue.engine.playlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import segue.core.run.SegueException;
import segue.engine.names.Finder;
import segue.library.Kind;
import segue.library.Library;
import segue.library.browse.PlaylistEntry;
import segue.library.browse.PlaylistHead;
import segue.library.store.PlaylistStore;
import segue.library.store.PlaylistStore.Item;

/// The playlists of a library. Thread-safe; of two changes of the same playlist the later one
/// stands.
public final class Playlists {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_ITEMS = 10_000;

    private final Library library;
    private final PlaylistStore store;

    public Playlists(Library library) {
        this.library = library;
        this.store = library.playlists();
    }

    /// Own ones first, the last changed before others; then imported ones.
    ///
    /// @param containing part of the name; empty: all
    public List<PlaylistHead> list(String containing, int offset, int limit) {
        return store.list(containing, offset, limit);
    }

    /// One with its entries.
    ///
    /// @param idOrName an id, or a name that only one has
    /// @throws SegueException.NotFound if there is none
    public Playlist get(String idOrName) {
        PlaylistHead head = store.head(idOrName).orElseGet(() -> byName(idOrName));
        return Playlist.of(head, store.entries(head.id()));
    }

    private PlaylistHead byName(String name) {
        List<PlaylistHead> same =
                store.list(name, 0, 100).stream()
                        .filter(head -> head.name().equalsIgnoreCase(name.strip()))
                        .toList();
        if (same.size() == 1) {
            return same.getFirst();
        }
        throw new SegueException.NotFound(
                same.isEmpty()
                        ? "There is no playlist '%s'. Show all with: segue playlist list"
                                .formatted(name)
                        : "Several playlists are called '%s'; name one by its id: %s"
                                .formatted(
                                        name,
                                        same.stream()
                                                .map(PlaylistHead::id)
                                                .collect(Collectors.joining(", "))));
    }

    /// Makes a playlist.
    ///
    /// @param recipe the wish that made it, as JSON; or empty
    /// @throws SegueException.NotFound if an item is unknown
    public Playlist create(String name, String notes, String recipe, List<Item> items) {
        check(name, items);
        return get(store.create(name.strip(), notes, recipe, items));
    }

    /// Gives it another name, notes, recipe and entries in that order.
    ///
    /// @throws SegueException.NotFound if there is no such playlist or an item is unknown
    /// @throws IllegalArgumentException if it is an imported one
    public Playlist replace(String id, String name, String notes, String recipe, List<Item> items) {
        check(name, items);
        PlaylistHead head = own(id);
        store.replace(head.id(), name.strip(), notes, recipe, items);
        return get(head.id());
    }

    /// Calls it something else.
    public Playlist rename(String id, String name) {
        Playlist old = get(own(id).id());
        return replace(id, name, old.head().notes(), old.head().recipe(), items(old));
    }

    /// Puts items at its end.
    public Playlist add(String id, List<Item> more) {
        Playlist old = get(own(id).id());
        List<Item> items = new ArrayList<>(items(old));
        items.addAll(more);
        return replace(id, old.head().name(), old.head().notes(), old.head().recipe(), items);
    }

    /// Takes out what stands at these positions, counted from 0.
    public Playlist remove(String id, Set<Integer> positions) {
        Playlist old = get(own(id).id());
        List<Item> items = new ArrayList<>(items(old));
        for (int position : new TreeSet<>(positions).descendingSet()) {
            checkPosition(position, items.size());
            items.remove(position);
        }
        return replace(id, old.head().name(), old.head().notes(), old.head().recipe(), items);
    }

    /// Moves what stands at one position to another, both counted from 0.
    public Playlist move(String id, int from, int to) {
        Playlist old = get(own(id).id());
        List<Item> items = new ArrayList<>(items(old));
        checkPosition(from, items.size());
        checkPosition(to, items.size());
        items.add(to, items.remove(from));
        return replace(id, old.head().name(), old.head().notes(), old.head().recipe(), items);
    }

    /// Takes it away; for thirty days it can be restored.
    ///
    /// @throws SegueException.NotFound if there is no such playlist
    public void delete(String id) {
        store.delete(own(id).id());
    }

    /// Brings a deleted one back.
    ///
    /// @throws SegueException.NotFound if there is nothing to bring back
    public Playlist restore(String id) {
        if (!store.restore(id)) {
            throw new SegueException.NotFound("No deleted playlist has the id '%s'.".formatted(id));
        }
        return get(id);
    }

    /// Items as they would stand in a playlist.
    ///
    /// @throws SegueException.NotFound if one is unknown
    public List<PlaylistEntry> entries(List<Item> items) {
        List<PlaylistEntry> entries = store.entries(items);
        if (entries.size() < items.size()) {
            Set<String> known =
                    entries.stream()
                            .map(entry -> entry.kind() + entry.id())
                            .collect(Collectors.toSet());
            for (Item item : items) {
                if (!known.contains(item.kind() + item.id())) {
                    throw new SegueException.NotFound(
                            "There is no %s with the id '%s'."
                                    .formatted(
                                            item.kind().name().toLowerCase(Locale.ROOT),
                                            item.id()));
                }
            }
        }
        return entries;
    }

    /// What someone typed as items of a kind.
    ///
    /// @throws SegueException.NotFound if nothing has a name
    public List<Item> named(List<String> names, Kind kind) {
        Finder finder = new Finder(library);
        return names.stream().map(name -> new Item(kind, finder.find(kind, name).id())).toList();
    }

    /// The entries of a playlist as items.
    public static List<Item> items(Playlist playlist) {
        return playlist.items().stream().map(e -> new Item(e.kind(), e.id())).toList();
    }

    private PlaylistHead own(String id) {
        PlaylistHead head = store.head(id).orElseGet(() -> byName(id));
        if (!head.own()) {
            throw new IllegalArgumentException(
                    "'%s' was imported and cannot be changed; save a copy of it first"
                            .formatted(head.name()));
        }
        return head;
    }

    private void check(String name, List<Item> items) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a playlist needs a name of 1 to %d characters".formatted(LONGEST_NAME));
        }
        if (items.size() > MOST_ITEMS) {
            throw new IllegalArgumentException(
                    "a playlist has at most %,d entries, these are %,d"
                            .formatted(MOST_ITEMS, items.size()));
        }
        entries(items);
    }

    private static void checkPosition(int position, int size) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException(
                    "position must be 0..%d, is %d".formatted(size - 1, position));
        }
    }
}
