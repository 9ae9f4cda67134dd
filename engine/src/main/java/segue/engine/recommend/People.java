package segue.engine.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
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

    /// What the library says of a listener, in the rows of a catalogue; kept between requests.
    ///
    /// @param plays how often they played what they have
    /// @param seeds what they like most
    /// @param last when they heard what, as far as that is known
    /// @param banned never to be shown
    /// @param opinionated whether they gave feedback
    /// @param usual what the model that ranks makes of it
    record Acquaintance(
            Entry who,
            SparseVector plays,
            List<Person.Seed> seeds,
            Map<Integer, LocalDateTime> last,
            BitSet banned,
            boolean opinionated,
            Optional<Taste> usual) {

        /// Someone who never gave feedback.
        static Acquaintance of(Entry who, SparseVector plays, Optional<Opened> main) {
            return new Acquaintance(
                    who,
                    plays,
                    seedsOf(plays, new BitSet()),
                    Map.of(),
                    new BitSet(),
                    false,
                    main.flatMap(open -> open.taste(who, plays, true)));
        }

        /// @param bans empty: they never gave feedback
        /// @param aged whether older plays count less
        static Acquaintance of(
                Catalogue catalogue,
                Entry who,
                Past past,
                Optional<Set<String>> bans,
                Optional<Opened> main,
                boolean aged) {
            TreeMap<Integer, Double> counts = new TreeMap<>();
            past.plays().forEach((id, n) -> catalogue.row(id).ifPresent(r -> counts.put(r, n)));
            SparseVector plays = vector(counts);
            Map<Integer, LocalDateTime> last = new HashMap<>();
            past.last().forEach((id, at) -> catalogue.row(id).ifPresent(r -> last.put(r, at)));
            BitSet banned = new BitSet();
            bans.orElse(Set.of()).forEach(id -> catalogue.row(id).ifPresent(banned::set));
            return new Acquaintance(
                    who,
                    plays,
                    seedsOf(plays, new BitSet()),
                    last,
                    banned,
                    bans.isPresent(),
                    main.flatMap(open -> open.taste(who, plays, bans.isEmpty() && !aged)));
        }

        private static SparseVector vector(TreeMap<Integer, Double> counts) {
            int[] rows = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
            float[] plays = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                plays[i] = counts.getOrDefault(rows[i], 0.0).floatValue();
            }
            return new SparseVector(rows, plays);
        }
    }

    /// @param told a model that also knows what nobody has played
    Person of(Ask ask, Optional<Acquaintance> listener, Optional<Opened> told) {
        Catalogue catalogue = stock.catalogue();
        Map<Integer, String> meant = new HashMap<>();
        BitSet liked = rows(ask.whom().like(), meant);
        BitSet notLiked = rows(ask.whom().notLike(), new HashMap<>());
        BitSet never = new BitSet();
        never.or(notLiked);
        BitSet resting = new BitSet();
        List<String> subject = new ArrayList<>();
        listener.ifPresent(
                one -> {
                    subject.add(one.who().name());
                    never.or(one.banned());
                    rest(ask, one, resting);
                });
        liked.stream()
                .mapToObj(row -> meant.getOrDefault(row, catalogue.label(row)))
                .distinct()
                .limit(5)
                .forEach(subject::add);
        return new Person(
                subject.isEmpty() ? "a newcomer" : String.join(", ", subject),
                listener.map(one -> one.who().id()),
                opened.flatMap(o -> taste(ask, o, listener, liked, notLiked, true)),
                told.flatMap(o -> taste(ask, o, listener, liked, notLiked, false)),
                seeds(listener, liked),
                known(listener.map(Acquaintance::plays).orElse(SparseVector.EMPTY), liked),
                liked,
                meant,
                never,
                resting);
    }

    /// Both together.
    private static SparseVector known(SparseVector plays, BitSet liked) {
        if (liked.isEmpty()) {
            return plays;
        }
        BitSet rows = (BitSet) liked.clone();
        for (int i = 0; i < plays.size(); i++) {
            rows.set(plays.column(i));
        }
        int[] columns = rows.stream().toArray();
        return new SparseVector(columns, new float[columns.length]);
    }

    private static List<Person.Seed> seeds(Optional<Acquaintance> listener, BitSet liked) {
        return liked.isEmpty() && listener.isPresent()
                ? listener.get().seeds()
                : seedsOf(listener.map(Acquaintance::plays).orElse(SparseVector.EMPTY), liked);
    }

    private static void rest(Ask ask, Acquaintance listener, BitSet resting) {
        if (ask.knobs().restDays() == 0) {
            return;
        }
        Optional<LocalDateTime> now =
                ask.moment()
                        .at()
                        .or(() -> listener.last().values().stream().max(Comparator.naturalOrder()));
        if (now.isPresent()) {
            LocalDateTime since = now.get().minusDays(ask.knobs().restDays());
            listener.last()
                    .forEach(
                            (row, last) -> {
                                if (last.isAfter(since)) {
                                    resting.set(row);
                                }
                            });
        }
    }

    private static List<Person.Seed> seedsOf(SparseVector plays, BitSet liked) {
        float most = 1;
        List<Person.Seed> seeds = new ArrayList<>();
        for (int i = 0; i < plays.size(); i++) {
            float value = plays.value(i);
            most = Math.max(most, value);
            if (value > 0 && !liked.get(plays.column(i))) {
                seeds.add(new Person.Seed(plays.column(i), (float) Math.log1p(value)));
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

    /// @param aloud whether people should know how it came about
    private Optional<Taste> taste(
            Ask ask,
            Opened open,
            Optional<Acquaintance> listener,
            BitSet liked,
            BitSet notLiked,
            boolean aloud) {
        boolean changed = !ask.whom().like().isEmpty() || !ask.whom().notLike().isEmpty();
        boolean aged = ask.knobs().decayHalfLifeDays() > 0;
        if (listener.isPresent() && !changed) {
            Acquaintance one = listener.get();
            Optional<Taste> usual =
                    aloud
                            ? one.usual()
                            : open.taste(one.who(), one.plays(), !one.opinionated() && !aged);
            if (aloud && !aged) {
                usual.ifPresent(taste -> say(open.model(), one, taste));
            }
            InContext now = new InContext(context, ask.moment());
            return usual.map(taste -> now.taste(taste, one.who(), open.model()));
        }
        SparseVector history =
                listener.map(one -> open.weigh(one.plays())).orElse(SparseVector.EMPTY);
        Taste whole = Taste.ofHistory(with(history, open, liked, notLiked));
        if (!Opened.speaks(whole.history())) {
            return Optional.empty();
        }
        InContext now = new InContext(context, ask.moment());
        return Optional.of(
                listener.map(one -> now.taste(whole, one.who(), open.model())).orElse(whole));
    }

    private void say(OpenModel model, Acquaintance one, Taste taste) {
        if (taste.user().isPresent()) {
            return;
        }
        if (model.trained().users().row(one.who().id()).isEmpty()) {
            finder.note(
                    "The model '%s' was trained without %s: folded in from %d known %ss."
                            .formatted(
                                    model.name(),
                                    one.who().name(),
                                    taste.history().size(),
                                    model.item().word()));
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
    ///
    /// @param meant gets what was said for each row that stands for something of the other kind
    private BitSet rows(List<String> names, Map<Integer, String> meant) {
        BitSet rows = new BitSet();
        for (String name : names) {
            for (int row : resolve(name, meant)) {
                rows.set(row);
            }
        }
        return rows;
    }

    private List<Integer> resolve(String name, Map<Integer, String> meant) {
        Catalogue catalogue = stock.catalogue();
        OptionalInt exact = catalogue.named(name);
        if (exact.isEmpty()) {
            exact = catalogue.row(name);
        }
        if (exact.isPresent()) {
            meant.remove(exact.getAsInt());
            return List.of(exact.getAsInt());
        }
        Kind own = catalogue.kind();
        Kind other = own == Kind.ARTIST ? Kind.TRACK : Kind.ARTIST;
        if (library.find(own, name) instanceof Lookup.Unclear(List<Entry> nearest)
                && (nearest.isEmpty() || library.find(other, name) instanceof Lookup.Found)) {
            Entry entry = finder.find(other, name);
            List<Integer> rows = across(entry, other);
            rows.forEach(row -> meant.put(row, entry.label()));
            return rows;
        }
        Entry entry = finder.find(own, name);
        int row = catalogue.row(entry.id()).orElseThrow(() -> gone(entry));
        meant.remove(row);
        return List.of(row);
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
