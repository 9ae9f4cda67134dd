package segue.engine.recommend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import segue.audio.feature.Key;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.catalogue.Catalogue;
import segue.engine.catalogue.CatalogueReader;
import segue.engine.context.ContextReranker;
import segue.engine.filter.MusicFilter;
import segue.engine.mood.Mood;
import segue.engine.names.Finder;
import segue.engine.train.ModelInfo;
import segue.engine.train.ModelShelf;
import segue.library.Entry;
import segue.library.Feature;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Library;
import segue.library.MusicItem;
import segue.library.Rows;
import segue.library.Selection;

/// Where lists are asked for. What the library and the models say is read once and kept until they
/// change; a request goes on with what it began with. Thread-safe.
public final class Desk {

    /// How many listeners are remembered.
    private static final int REMEMBERED = 10_000;

    private final Library library;
    private final ModelShelf shelf;
    private final ContextReranker context;
    private volatile Optional<Kept> kept = Optional.empty();

    public Desk(Library library, ModelShelf shelf) {
        this.library = library;
        this.shelf = shelf;
        this.context = new ContextReranker(library);
    }

    /// What was read of a state of library and models.
    private record Kept(
            long version,
            FileTime models,
            Map<Kind, Catalogue> catalogues,
            Map<Kind, Stock> stocks,
            Map<String, Optional<Opened>> opened,
            Map<String, Optional<String>> told,
            Map<Acquainted, People.Acquaintance> people,
            List<String> damaged) {}

    /// What an acquaintance holds for.
    private record Acquainted(
            String listener,
            Selection selection,
            double halfLifeDays,
            Optional<LocalDateTime> now,
            long opinions) {}

    private Kept kept() {
        long version = library.version();
        FileTime models = changed();
        Optional<Kept> before = kept;
        if (before.isPresent()
                && before.get().version() == version
                && before.get().models().equals(models)) {
            return before.get();
        }
        synchronized (this) {
            boolean same = before.isPresent() && before.get().version() == version;
            Kept now =
                    new Kept(
                            version,
                            models,
                            same ? before.get().catalogues() : new ConcurrentHashMap<>(),
                            same ? before.get().stocks() : new ConcurrentHashMap<>(),
                            new ConcurrentHashMap<>(),
                            new ConcurrentHashMap<>(),
                            new ConcurrentHashMap<>(),
                            new CopyOnWriteArrayList<>());
            kept = Optional.of(now);
            return now;
        }
    }

    /// When a model was added, replaced or taken away.
    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(shelf.folder());
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private Catalogue catalogue(Kept now, Kind kind) {
        return now.catalogues().computeIfAbsent(kind, new CatalogueReader(library)::read);
    }

    private Stock stock(Kept now, Kind kind) {
        Stock known = now.stocks().get(kind);
        if (known != null) {
            return known;
        }
        Stock made = new Stock(library, catalogue(now, kind), () -> catalogue(now, Kind.TRACK));
        Stock first = now.stocks().putIfAbsent(kind, made);
        return first == null ? made : first;
    }

    /// All artists, or all tracks, as the library has them now.
    public Catalogue catalogue(Kind kind) {
        return catalogue(kept(), kind);
    }

    /// The model of that name, or the active one that ranks what is asked for. If the file of the
    /// active one is damaged, the one that was active before answers.
    private Optional<Opened> opened(Kept now, String name, Optional<Kind> kind) {
        String key = kind.map(Kind::word).orElse("") + "/" + name;
        Optional<Opened> known = now.opened().get(key);
        if (known != null) {
            return known;
        }
        return now.opened()
                .computeIfAbsent(
                        key,
                        _ ->
                                (name.isEmpty() ? active(now, kind) : Optional.of(load(name)))
                                        .map(
                                                model ->
                                                        new Opened(
                                                                model,
                                                                catalogue(now, model.item()))));
    }

    private OpenModel load(String name) {
        return OpenModel.of(shelf.load(name), library);
    }

    private Optional<OpenModel> active(Kept now, Optional<Kind> kind) {
        String on = kind.map(k -> k == Kind.ARTIST ? "artists" : "tracks").orElse("");
        for (ModelInfo info : shelf.ordered()) {
            if (on.isEmpty() || info.on().equals(on)) {
                try {
                    return Optional.of(load(info.name()));
                } catch (SegueException.BadInput e) {
                    now.damaged()
                            .add(
                                    "The model '%s' cannot be used, so an older one answers: %s"
                                            .formatted(info.name(), e.getMessage()));
                }
            }
        }
        return Optional.empty();
    }

    /// What is wrong with models that were asked.
    public List<String> notes() {
        return kept().damaged().stream().distinct().toList();
    }

    /// The model that tells from sound and tags what nobody has played, if there is one.
    private Optional<Opened> told(Kept now, Optional<Opened> opened, Kind kind) {
        String on = kind == Kind.ARTIST ? "artists" : "tracks";
        String of = opened.map(o -> o.model().subject().word() + "s").orElse("listeners");
        Optional<String> name =
                now.told()
                        .computeIfAbsent(
                                of + " " + on,
                                _ ->
                                        shelf.active(
                                                        info ->
                                                                info.algorithm().equals("content")
                                                                        && info.of().equals(of)
                                                                        && info.on().equals(on))
                                                .map(ModelInfo::name));
        try {
            return name.filter(n -> opened.isEmpty() || !opened.get().model().name().equals(n))
                    .flatMap(n -> opened(now, n, Optional.of(kind)));
        } catch (SegueException.BadInput _) {
            // Sound and tags tell as well; the list of models says what is wrong with the file.
            return Optional.empty();
        }
    }

    /// A list of music.
    ///
    /// @throws SegueException.NotFound for a name or a model that is not there
    public Recommendation recommend(Ask ask, Run run) {
        run.check();
        ask.moods().forEach(Mood::named);
        Kept now = kept();
        Optional<Opened> opened = opened(now, ask.model(), ask.kind());
        Kind kind = ask.kind().or(() -> opened.map(o -> o.model().item())).orElse(Kind.ARTIST);
        checkRanks(opened, kind);
        Stock stock = stock(now, kind);
        Finder finder = new Finder(library);
        Optional<People.Acquaintance> listener =
                ask.whom().listener().map(id -> acquaintance(now, ask, opened, kind, id, finder));
        Optional<Opened> told =
                ask.knobs().explore() > 0 ? told(now, opened, kind) : Optional.empty();
        Person person = new People(library, stock, opened, finder, context).of(ask, listener, told);
        Scores scores = Scores.of(ask, person, stock, opened, told, isPlain(ask));
        checkKnown(ask, person, scores, opened);
        ListMaker maker = new ListMaker(ask, person, stock, opened, scores, context);
        List<Person.Seed> list = maker.make();
        List<List<Because>> reasons = new ArrayList<>();
        if (ask.reasons()) {
            Reasons why = new Reasons(ask, person, stock, opened, scores, maker, list);
            list.forEach(item -> reasons.add(why.of(item.row(), item.weight())));
        }
        List<RankedItem> items = new ArrayList<>();
        for (Person.Seed item : list) {
            int at = items.size();
            List<Because> why = ask.reasons() ? reasons.get(at) : List.of();
            items.add(
                    item(
                            at + 1,
                            item.row(),
                            stock.catalogue(),
                            scores.relative(item.weight()),
                            item.weight(),
                            why));
        }
        Set<String> notes = new LinkedHashSet<>(finder.notes());
        notes.addAll(maker.notes());
        notes.addAll(notes(ask, person, scores, items.size(), kind));
        return new Recommendation(
                opened.filter(_ -> person.taste().isPresent())
                        .map(o -> o.model().name())
                        .orElse(""),
                person.subject(),
                items,
                List.copyOf(notes));
    }

    private static void checkRanks(Optional<Opened> opened, Kind kind) {
        if (opened.isPresent() && opened.get().model().item() != kind) {
            throw new IllegalArgumentException(
                    "the model '%s' ranks %ss, not %ss"
                            .formatted(
                                    opened.get().model().name(),
                                    opened.get().model().item().word(),
                                    kind.word()));
        }
    }

    /// What is like one artist or track.
    ///
    /// @throws SegueException.NotFound for an id or a model that is not there, or if nothing is
    ///   known that it could be compared by
    public SimilarList similar(SimilarAsk ask) {
        Kept now = kept();
        Optional<Opened> opened = opened(now, ask.model(), Optional.of(ask.kind()));
        checkRanks(opened, ask.kind());
        return new Neighbours(ask, stock(now, ask.kind()), opened).list();
    }

    /// The active model that ranks artists, or tracks.
    ///
    /// @throws SegueException.NotFound if there is none
    public OpenModel active(Kind kind) {
        return opened(kept(), "", Optional.of(kind))
                .map(Opened::model)
                .orElseThrow(
                        () ->
                                new SegueException.NotFound(
                                        "There is no model of %ss yet. Train one with: segue train als --on %ss"
                                                .formatted(kind.word(), kind.word())));
    }

    /// Artists for a newcomer to pick from: known to many, so that an answer tells something, and
    /// unlike each other.
    ///
    /// @param n how many; fewer where there are no more
    public List<OnboardingPick> onboarding(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("-n must be at least 1, is " + n);
        }
        Kept now = kept();
        return new Onboarding(stock(now, Kind.ARTIST), opened(now, "", Optional.of(Kind.ARTIST)))
                .picks(n);
    }

    /// Whether the list is that of the model alone.
    private static boolean isPlain(Ask ask) {
        Knobs knobs = ask.knobs();
        return knobs.sound() == 0
                && knobs.explore() == 0
                && knobs.surprise() == 0
                && ask.moods().isEmpty();
    }

    private People.Acquaintance acquaintance(
            Kept now, Ask ask, Optional<Opened> opened, Kind kind, String listener, Finder finder) {
        Selection selection =
                opened.map(o -> o.model().about().selection())
                        .orElse(
                                Selection.DEFAULTS.withItems(
                                        kind == Kind.ARTIST ? Items.ARTISTS : Items.TRACKS));
        double halfLife = ask.knobs().decayHalfLifeDays();
        Acquainted key =
                new Acquainted(
                        listener,
                        selection,
                        halfLife,
                        halfLife > 0 ? ask.moment().at() : Optional.empty(),
                        library.opinions());
        People.Acquaintance known = now.people().get(key);
        if (known != null) {
            return known;
        }
        int before = finder.notes().size();
        Entry who = who(opened, selection, listener, finder);
        People.Acquaintance met =
                People.Acquaintance.of(
                        catalogue(now, kind),
                        who,
                        library.past(selection, who.id(), halfLife, key.now()),
                        selection.rows() == Rows.LISTENERS
                                ? library.bans(selection.items(), who.id())
                                : Optional.empty());
        if (now.people().size() >= REMEMBERED) {
            now.people().clear();
        }
        if (finder.notes().size() == before) {
            now.people().put(key, met);
        }
        return met;
    }

    /// Whom the model was trained on needs no search.
    private static Entry who(
            Optional<Opened> opened, Selection selection, String listener, Finder finder) {
        return selection.rows() == Rows.LISTENERS
                        && opened.filter(o -> o.model().trained().users().row(listener).isPresent())
                                .isPresent()
                ? new Entry(listener, listener, "")
                : finder.find(Kind.of(selection.rows()), listener);
    }

    /// Whoever is named and of whom nothing can be said is told so, not given what everybody gets.
    private void checkKnown(Ask ask, Person person, Scores scores, Optional<Opened> opened) {
        if (ask.whom().isNewcomer() || scores.source() != Scores.Source.POPULARITY) {
            return;
        }
        throw new SegueException.NotFound(
                opened.map(
                                o ->
                                        "The model '%s' knows none of what %s has; train again with: segue train %s"
                                                .formatted(
                                                        o.model().name(),
                                                        ask.whom().listener().isPresent()
                                                                ? "%s '%s'"
                                                                        .formatted(
                                                                                o.model()
                                                                                        .subject()
                                                                                        .word(),
                                                                                person.subject())
                                                                : "'" + person.subject() + "'",
                                                        o.model().trained().manifest().algorithm()))
                        .orElse("There is no model yet. Train one with: segue train als"));
    }

    private static List<String> notes(Ask ask, Person person, Scores scores, int found, Kind kind) {
        List<String> notes = new ArrayList<>();
        if (!ask.whom().isNewcomer() && person.taste().isEmpty()) {
            notes.add(
                    scores.source() == Scores.Source.SOUND
                            ? "No model knows what they play: this list follows the sound of it."
                            : "No model knows what they play: this list follows the tags of it.");
        }
        if (found < ask.n()) {
            boolean free =
                    ask.filter().equals(MusicFilter.NONE)
                            && ask.moods().isEmpty()
                            && ask.knobs().restDays() == 0;
            notes.add(
                    "There %s no more than %d %ss to choose from%s."
                            .formatted(
                                    found == 1 ? "is" : "are",
                                    found,
                                    kind.word(),
                                    free
                                            ? ask.known() ? "" : " that they do not have already"
                                            : " with these wishes"));
        }
        return notes;
    }

    /// A row of a catalogue as a line of a list.
    static RankedItem item(
            int rank,
            int row,
            Catalogue catalogue,
            double score,
            double rawScore,
            List<Because> reasons) {
        MusicItem item = catalogue.item(row);
        return new RankedItem(
                rank,
                item.id(),
                catalogue.kind().word(),
                item.name(),
                item.artist(),
                score,
                rawScore,
                reasons,
                new RankedItem.Sound(
                        catalogue.feature(row, Feature.TEMPO),
                        catalogue.key(row).map(Key::camelot).orElse(""),
                        catalogue.energy(row),
                        catalogue.year(row),
                        catalogue.tags().genres(row),
                        catalogue.durationSeconds(row)),
                !item.path().isEmpty());
    }
}
