package segue.engine.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import segue.core.math.SparseVector;
import segue.core.model.Taste;
import segue.core.run.SegueException;
import segue.engine.catalogue.Catalogue;
import segue.engine.context.ContextReranker;
import segue.engine.names.Finder;
import segue.library.Entry;
import segue.library.Kind;
import segue.library.Library;
import segue.library.Lookup;
import segue.library.Past;

/// Finds out whom a list is for. For one request.
final class People {

    /// So many of their items say what someone likes of sound and tags.
    private static final int SEEDS = 24;

    /// An artist counts by so many of their tracks.
    private static final int TRACKS = 10;

    private final Library library;
    private final Stock stock;
    private final Optional<Opened> opened;
    private final Finder finder;
    private final ContextReranker context;

    People(
            Library library,
            Stock stock,
            Optional<Opened> opened,
            Finder finder,
            ContextReranker context) {
        this.context = context;
        this.library = library;
        this.stock = stock;
        this.opened = opened;
        this.finder = finder;
    }

    /// What the library says of a listener; kept between requests.
    ///
    /// @param bans empty: they never gave feedback
    record Acquaintance(Entry who, Past past, Optional<Set<String>> bans) {}

    Person of(Ask ask, Optional<Acquaintance> listener) {
        Catalogue catalogue = stock.catalogue();
        BitSet liked = rows(ask.whom().like());
        BitSet notLiked = rows(ask.whom().notLike());
        BitSet never = new BitSet();
        never.or(notLiked);
        BitSet known = new BitSet();
        BitSet resting = new BitSet();
        TreeMap<Integer, Double> counts = new TreeMap<>();
        List<String> subject = new ArrayList<>();
        listener.ifPresent(
                one -> {
                    subject.add(one.who().name());
                    one.past()
                            .plays()
                            .forEach(
                                    (id, plays) ->
                                            catalogue.row(id).ifPresent(r -> counts.put(r, plays)));
                    counts.keySet().forEach(known::set);
                    one.bans()
                            .orElse(Set.of())
                            .forEach(id -> catalogue.row(id).ifPresent(never::set));
                    rest(ask, one.past(), resting);
                });
        known.or(liked);
        liked.stream().mapToObj(catalogue::label).limit(5).forEach(subject::add);
        return new Person(
                subject.isEmpty() ? "a newcomer" : String.join(", ", subject),
                listener.map(one -> one.who().id()),
                opened.flatMap(o -> taste(ask, o, listener, liked, notLiked)),
                seeds(counts, liked),
                known,
                liked,
                never,
                resting);
    }

    private void rest(Ask ask, Past past, BitSet resting) {
        Optional<LocalDateTime> now =
                ask.moment()
                        .at()
                        .or(() -> past.last().values().stream().max(Comparator.naturalOrder()));
        if (ask.knobs().restDays() > 0 && now.isPresent()) {
            LocalDateTime since = now.get().minusDays(ask.knobs().restDays());
            past.last()
                    .forEach(
                            (id, last) -> {
                                if (last.isAfter(since)) {
                                    stock.catalogue().row(id).ifPresent(resting::set);
                                }
                            });
        }
    }

    private static List<Person.Seed> seeds(Map<Integer, Double> counts, BitSet liked) {
        double most = 1;
        for (double plays : counts.values()) {
            most = Math.max(most, plays);
        }
        List<Person.Seed> seeds = new ArrayList<>();
        for (Map.Entry<Integer, Double> one : counts.entrySet()) {
            if (one.getValue() > 0 && !liked.get(one.getKey())) {
                seeds.add(new Person.Seed(one.getKey(), (float) Math.log1p(one.getValue())));
            }
        }
        float like = (float) Math.log1p(most);
        liked.stream().forEach(row -> seeds.add(new Person.Seed(row, like)));
        return seeds.stream()
                .sorted(
                        Comparator.comparingDouble((Person.Seed s) -> -s.weight())
                                .thenComparingInt(Person.Seed::row))
                .limit(SEEDS)
                .toList();
    }

    private Optional<Taste> taste(
            Ask ask, Opened open, Optional<Acquaintance> listener, BitSet liked, BitSet notLiked) {
        OpenModel model = open.model();
        SparseVector history =
                listener.map(one -> model.weigh(one.past().plays())).orElse(SparseVector.EMPTY);
        InContext now = new InContext(context, ask.moment());
        boolean changed = !ask.whom().like().isEmpty() || !ask.whom().notLike().isEmpty();
        boolean aged = ask.knobs().decayHalfLifeDays() > 0;
        if (listener.isPresent() && !changed && !aged) {
            Acquaintance one = listener.get();
            OptionalInt row = model.trained().users().row(one.who().id());
            if (row.isPresent() && !model.stale() && one.bans().isEmpty()) {
                return Optional.of(
                        now.taste(Taste.ofUser(row.getAsInt(), history), one.who(), model));
            }
            say(model, one, row.isPresent(), history.size());
        }
        SparseVector whole = changed ? with(history, open, liked, notLiked) : history;
        boolean speaks = false;
        for (int i = 0; i < whole.size(); i++) {
            speaks |= whole.value(i) > 0;
        }
        if (!speaks) {
            return Optional.empty();
        }
        Taste usual = Taste.ofHistory(whole);
        return Optional.of(listener.map(one -> now.taste(usual, one.who(), model)).orElse(usual));
    }

    private void say(OpenModel model, Acquaintance one, boolean trainedOn, int items) {
        if (items == 0) {
            return;
        }
        if (!trainedOn) {
            finder.note(
                    "The model '%s' was trained without %s: folded in from %d known %ss."
                            .formatted(model.name(), one.who().name(), items, model.item().word()));
        } else if (model.stale()) {
            finder.note(
                    "The library has grown since '%s' was trained: this list follows what %s has now."
                            .formatted(model.name(), one.who().name()));
        } else {
            finder.note("%s's feedback counts since it was given.".formatted(one.who().name()));
        }
    }

    /// What is liked counts as much as what they play most, at least like a typical item; what is
    /// not liked counts as much against.
    private static SparseVector with(
            SparseVector history, Opened open, BitSet liked, BitSet notLiked) {
        TreeMap<Integer, Float> weights = new TreeMap<>();
        float most = open.model().trained().typicalWeight();
        for (int i = 0; i < history.size(); i++) {
            weights.put(history.column(i), history.value(i));
            most = Math.max(most, history.value(i));
        }
        float like = most;
        liked.stream()
                .map(row -> open.column(row))
                .filter(column -> column >= 0)
                .forEach(column -> weights.put(column, like));
        notLiked.stream()
                .map(row -> open.column(row))
                .filter(column -> column >= 0)
                .forEach(column -> weights.put(column, -like));
        int[] columns = weights.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] values = new float[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = weights.getOrDefault(columns[i], 0f);
        }
        return new SparseVector(columns, values);
    }

    /// What is meant by names of artists or tracks.
    private BitSet rows(List<String> names) {
        BitSet rows = new BitSet();
        for (String name : names) {
            resolve(name).forEach(rows::set);
        }
        return rows;
    }

    private List<Integer> resolve(String name) {
        Catalogue catalogue = stock.catalogue();
        OptionalInt exact = catalogue.named(name);
        if (exact.isEmpty()) {
            exact = catalogue.row(name);
        }
        if (exact.isPresent()) {
            return List.of(exact.getAsInt());
        }
        Kind own = catalogue.kind();
        Kind other = own == Kind.ARTIST ? Kind.TRACK : Kind.ARTIST;
        if (library.find(own, name) instanceof Lookup.Unclear(List<Entry> nearest)
                && (nearest.isEmpty() || library.find(other, name) instanceof Lookup.Found)) {
            return across(finder.find(other, name), other);
        }
        Entry entry = finder.find(own, name);
        return List.of(catalogue.row(entry.id()).orElseThrow(() -> gone(entry)));
    }

    /// A track stands for its artist among artists, an artist for their tracks among tracks.
    private List<Integer> across(Entry entry, Kind kind) {
        if (kind == Kind.ARTIST) {
            List<Integer> tracks = stock.tracks().ofArtist(entry.id());
            if (tracks.isEmpty()) {
                throw new SegueException.NotFound(
                        "The library has no tracks of the artist '%s'.".formatted(entry.label()));
            }
            return tracks.stream().limit(TRACKS).toList();
        }
        int track = stock.tracks().row(entry.id()).orElseThrow(() -> gone(entry));
        return List.of(
                stock.catalogue()
                        .row(stock.tracks().item(track).artistId())
                        .orElseThrow(() -> gone(entry)));
    }

    private static SegueException gone(Entry entry) {
        return new SegueException.NotFound(
                "'%s' is not among what can be listed.".formatted(entry.label()));
    }
}
