package segue.library.store;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Lookup;
import segue.library.Selection;

/// Answers of the database that hold until something is written, so that a server need not ask it
/// at each request. Bounded; what was read while something was written is not kept. Thread-safe.
public final class Memory {

    private static final int MOST = 50_000;

    private final ConcurrentHashMap<Whose, Map<String, Double>> histories =
            new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Items, Map<String, Set<String>>> bans =
            new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Name, Lookup> names = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Long> revisions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Long> doings = new ConcurrentHashMap<>();
    private final AtomicLong writes = new AtomicLong();

    private record Whose(String id, Selection selection) {}

    private record Name(Kind kind, String text) {}

    public Map<String, Double> history(
            Selection selection, String id, Supplier<Map<String, Double>> read) {
        return remember(histories, new Whose(id, selection), read);
    }

    public Map<String, Set<String>> bans(Items items, Supplier<Map<String, Set<String>>> read) {
        return remember(bans, items, read);
    }

    public Lookup name(Kind kind, String text, Supplier<Lookup> read) {
        return remember(names, new Name(kind, text), read);
    }

    public long revision(Supplier<Long> read) {
        return remember(revisions, "", read);
    }

    private <K, V> V remember(ConcurrentHashMap<K, V> all, K key, Supplier<V> read) {
        @Nullable V known = all.get(key);
        if (known != null) {
            return known;
        }
        long before = writes.get();
        V value = read.get();
        if (all.size() >= MOST) {
            all.clear();
        }
        all.put(key, value);
        if (writes.get() != before) {
            // Something was written meanwhile: this may be of before.
            all.remove(key);
        }
        return value;
    }

    /// Something was written: nothing is known any more.
    public void forget() {
        writes.incrementAndGet();
        histories.clear();
        bans.clear();
        names.clear();
        revisions.clear();
    }

    /// These listeners did or said something.
    public void forget(Set<String> listeners) {
        writes.incrementAndGet();
        listeners.forEach(listener -> doings.merge(listener, 1L, Long::sum));
        histories.keySet().removeIf(whose -> listeners.contains(whose.id()));
        bans.clear();
        names.values().removeIf(lookup -> lookup instanceof Lookup.Unclear);
    }

    /// How often a listener did or said something since the library was opened.
    public long doings(String listener) {
        return doings.getOrDefault(listener, 0L);
    }
}
