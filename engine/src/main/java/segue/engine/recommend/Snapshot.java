package segue.engine.recommend;

import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.catalogue.Catalogue;
import segue.engine.catalogue.CatalogueReader;
import segue.engine.names.Finder;
import segue.engine.train.ModelInfo;
import segue.engine.train.ModelShelf;
import segue.library.Entry;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Library;
import segue.library.Past;
import segue.library.Rows;
import segue.library.Selection;

/// What lists are made of in one state of library and models: read when it is first asked for, and
/// kept. A request goes on with the snapshot it began with. Thread-safe.
final class Snapshot {

    /// How many listeners are remembered.
    private static final int REMEMBERED = 10_000;

    private final Library library;
    private final ModelShelf shelf;
    private final State state;
    private final Map<Kind, Catalogue> catalogues;
    private final Map<Kind, Stock> stocks;
    private final Map<Selection, PlayMatrix> matrices;
    private final Map<String, Optional<OpenModel>> models = new ConcurrentHashMap<>();
    private final Map<String, Optional<Opened>> opened = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> told = new ConcurrentHashMap<>();
    private final Map<Acquainted, People.Acquaintance> people = new ConcurrentHashMap<>();
    private final List<String> damaged = new CopyOnWriteArrayList<>();
    private volatile boolean warm;

    /// What a snapshot is of.
    ///
    /// @param version of the library
    /// @param models when the folder of models last changed
    record State(long version, FileTime models) {}

    /// What an acquaintance holds for.
    private record Acquainted(
            String listener,
            Selection selection,
            String model,
            boolean timed,
            double halfLifeDays,
            Optional<LocalDateTime> now,
            long doings) {}

    /// @param before what was known of the same library with other models, if anything
    Snapshot(Library library, ModelShelf shelf, State state, Optional<Snapshot> before) {
        this.library = library;
        this.shelf = shelf;
        this.state = state;
        Optional<Snapshot> same = before.filter(one -> one.state.version() == state.version());
        this.catalogues = same.map(one -> one.catalogues).orElseGet(ConcurrentHashMap::new);
        this.stocks = same.map(one -> one.stocks).orElseGet(ConcurrentHashMap::new);
        this.matrices = same.map(one -> one.matrices).orElseGet(ConcurrentHashMap::new);
    }

    boolean isOf(State other) {
        return state.equals(other);
    }

    /// What is wrong with models that were asked.
    List<String> damaged() {
        return damaged.stream().distinct().toList();
    }

    Catalogue catalogue(Kind kind) {
        return catalogues.computeIfAbsent(kind, new CatalogueReader(library)::read);
    }

    Stock stock(Kind kind) {
        Stock known = stocks.get(kind);
        if (known != null) {
            return known;
        }
        Stock made = new Stock(library, catalogue(kind), () -> catalogue(Kind.TRACK));
        Stock first = stocks.putIfAbsent(kind, made);
        return first == null ? made : first;
    }

    /// The model of that name, or the active one that ranks what is asked for. If the file of the
    /// active one is damaged, the one that was active before answers.
    ///
    /// @param name empty: the active one
    /// @param kind empty: of any kind
    Optional<OpenModel> model(String name, Optional<Kind> kind) {
        return models.computeIfAbsent(
                key(name, kind), _ -> name.isEmpty() ? active(kind) : Optional.of(load(name)));
    }

    /// The same beside the catalogue of what it ranks.
    Optional<Opened> opened(String name, Optional<Kind> kind) {
        String key = key(name, kind);
        Optional<Opened> known = opened.get(key);
        return known != null
                ? known
                : opened.computeIfAbsent(
                        key,
                        _ ->
                                model(name, kind)
                                        .map(model -> new Opened(model, catalogue(model.item()))));
    }

    private static String key(String name, Optional<Kind> kind) {
        return kind.map(Kind::word).orElse("") + "/" + name;
    }

    private OpenModel load(String name) {
        return OpenModel.of(shelf.load(name), library);
    }

    private Optional<OpenModel> active(Optional<Kind> kind) {
        String on = kind.map(k -> k.word() + "s").orElse("");
        for (ModelInfo info : shelf.ordered()) {
            if (on.isEmpty() || info.on().equals(on)) {
                try {
                    return Optional.of(load(info.name()));
                } catch (SegueException.BadInput e) {
                    damaged.add(
                            "The model '%s' cannot be used, so an older one answers: %s"
                                    .formatted(info.name(), e.getMessage()));
                }
            }
        }
        return Optional.empty();
    }

    /// The model that tells from sound and tags what nobody has played, if there is one.
    ///
    /// @param main the one that ranks
    Optional<Opened> told(Optional<Opened> main, Kind kind) {
        String on = kind.word() + "s";
        String of = main.map(o -> o.model().subject().word() + "s").orElse("listeners");
        Optional<String> name =
                told.computeIfAbsent(
                        of + " " + on,
                        _ ->
                                shelf.active(
                                                info ->
                                                        info.algorithm().equals("content")
                                                                && info.of().equals(of)
                                                                && info.on().equals(on))
                                        .map(ModelInfo::name));
        try {
            return name.filter(n -> main.isEmpty() || !main.get().model().name().equals(n))
                    .flatMap(n -> opened(n, Optional.of(kind)));
        } catch (SegueException.BadInput _) {
            // Sound and tags tell as well; the list of models says what is wrong with the file.
            return Optional.empty();
        }
    }

    boolean isWarm() {
        return warm;
    }

    /// Reads all that lists are usually made of, so that no request has to wait for it.
    void warm(Run run) {
        for (Kind kind : List.of(Kind.ARTIST, Kind.TRACK)) {
            if (opened("", Optional.of(kind)).isPresent()) {
                warm(kind, run);
            }
        }
        warm = true;
    }

    private void warm(Kind kind, Run run) {
        stock(kind).sounds();
        run.check();
        Optional<Opened> main = opened("", Optional.of(kind));
        main.ifPresent(Opened::search);
        run.check();
        main.map(o -> o.model().about().selection())
                .filter(selection -> selection.rows() == Rows.LISTENERS)
                .ifPresent(
                        selection ->
                                matrices.computeIfAbsent(
                                        selection,
                                        s -> PlayMatrix.read(library, s, catalogue(kind), run)));
    }

    /// What the library says of a listener or playlist.
    ///
    /// @param main the model that ranks, if there is one
    People.Acquaintance acquaintance(
            Ask ask, Optional<Opened> main, Kind kind, String listener, Finder finder) {
        Selection selection =
                main.map(o -> o.model().about().selection())
                        .orElse(
                                Selection.DEFAULTS.withItems(
                                        kind == Kind.ARTIST ? Items.ARTISTS : Items.TRACKS));
        double halfLife = ask.knobs().decayHalfLifeDays();
        boolean timed = ask.knobs().restDays() > 0;
        Acquainted key =
                new Acquainted(
                        listener,
                        selection,
                        main.map(o -> o.model().name()).orElse(""),
                        timed,
                        halfLife,
                        halfLife > 0 ? ask.moment().at() : Optional.empty(),
                        library.doings(listener));
        People.Acquaintance known = people.get(key);
        if (known != null) {
            return known;
        }
        int before = finder.notes().size();
        People.Acquaintance met = atOnce(key, main).orElseGet(() -> ask(key, main, kind, finder));
        if (people.size() >= REMEMBERED) {
            people.clear();
        }
        if (finder.notes().size() == before) {
            people.put(key, met);
        }
        return met;
    }

    /// Who did nothing since everybody's history was read need not be asked after.
    private Optional<People.Acquaintance> atOnce(Acquainted key, Optional<Opened> main) {
        @Nullable PlayMatrix all = matrices.get(key.selection());
        return all == null || key.timed() || key.halfLifeDays() > 0 || key.doings() > 0
                ? Optional.empty()
                : all.of(key.listener())
                        .map(
                                plays ->
                                        People.Acquaintance.of(
                                                new Entry(key.listener(), key.listener(), ""),
                                                plays,
                                                main));
    }

    private People.Acquaintance ask(
            Acquainted key, Optional<Opened> main, Kind kind, Finder finder) {
        Selection selection = key.selection();
        Entry who = who(main, selection, key.listener(), finder);
        Past past = library.past(selection, who.id(), key.halfLifeDays(), key.now());
        return People.Acquaintance.of(
                catalogue(kind),
                who,
                past,
                selection.rows() == Rows.LISTENERS
                        ? library.bans(selection.items(), who.id())
                        : Optional.empty(),
                main,
                key.halfLifeDays() > 0);
    }

    /// Whom the model was trained on needs no search.
    private static Entry who(
            Optional<Opened> main, Selection selection, String listener, Finder finder) {
        return selection.rows() == Rows.LISTENERS
                        && main.filter(o -> o.model().trained().users().row(listener).isPresent())
                                .isPresent()
                ? new Entry(listener, listener, "")
                : finder.find(Kind.of(selection.rows()), listener);
    }
}
