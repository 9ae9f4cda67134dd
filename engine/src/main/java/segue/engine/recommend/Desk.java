package segue.engine.recommend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import segue.audio.feature.Key;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.catalogue.Catalogue;
import segue.engine.context.ContextReranker;
import segue.engine.filter.MusicFilter;
import segue.engine.mood.Mood;
import segue.engine.names.Finder;
import segue.engine.train.ModelShelf;
import segue.library.Feature;
import segue.library.Kind;
import segue.library.Library;
import segue.library.MusicItem;

/// Where lists are asked for. What the library and the models say is read once and kept until they
/// change (see [Snapshot]). Thread-safe.
public final class Desk {

    /// So many genres of an item are told.
    private static final int GENRES = 5;

    private final Library library;
    private final ModelShelf shelf;
    private final ContextReranker context;
    private final ReentrantLock reading = new ReentrantLock();
    private final Run behind = Run.quiet(0);
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile Optional<Snapshot> snapshot = Optional.empty();
    private volatile boolean warm;

    public Desk(Library library, ModelShelf shelf) {
        this.library = library;
        this.shelf = shelf;
        this.context = new ContextReranker(library);
    }

    /// The state as it is; if [#stayWarm] was asked for, the last one that all was read of.
    private Snapshot now() {
        Optional<Snapshot> before = snapshot;
        Snapshot.State state = state();
        if (before.isPresent() && before.get().isOf(state)) {
            return before.get();
        }
        if (before.isPresent() && warm) {
            readBehind();
            return before.get();
        }
        synchronized (this) {
            if (snapshot.isEmpty() || !snapshot.get().isOf(state)) {
                snapshot = Optional.of(new Snapshot(library, shelf, state, snapshot));
            }
            return snapshot.orElseThrow();
        }
    }

    private void refreshBehind() {
        try {
            refresh(behind);
        } catch (RuntimeException e) {
            if (!behind.isCancelled()) {
                System.getLogger(Desk.class.getName())
                        .log(System.Logger.Level.WARNING, "what changed was not read", e);
            }
        } finally {
            refreshing.set(false);
        }
    }

    /// From now on nobody waits for what has to be read: after a change the lists are those of
    /// before until all is read, or until [#refresh] returns. Reading begins at once.
    public void stayWarm() {
        warm = true;
        readBehind();
    }

    private void readBehind() {
        if (refreshing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("refresh").start(this::refreshBehind);
        }
    }

    /// Nothing more is read beforehand.
    public void stop() {
        warm = false;
        behind.cancel();
    }

    /// Reads what usual lists are made of now, if anything has changed; lists go on meanwhile. At
    /// once if nothing was to [#stayWarm].
    ///
    /// Memory: the model, its items and, of a model of listeners, the whole matrix of plays.
    public void refresh(Run run) {
        if (!warm) {
            return;
        }
        reading.lock();
        try {
            Snapshot.State state = state();
            if (snapshot.filter(one -> one.isOf(state) && one.isWarm()).isEmpty()) {
                Snapshot next =
                        snapshot.filter(one -> one.isOf(state))
                                .orElseGet(() -> new Snapshot(library, shelf, state, snapshot));
                if (snapshot.isEmpty()) {
                    snapshot = Optional.of(next);
                }
                next.warm(run);
                snapshot = Optional.of(next);
            }
        } finally {
            reading.unlock();
        }
    }

    private Snapshot.State state() {
        return new Snapshot.State(library.version(), changed());
    }

    /// When a model was added, replaced or taken away.
    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(shelf.folder());
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    /// All artists, or all tracks, as the library has them now.
    public Catalogue catalogue(Kind kind) {
        return now().catalogue(kind);
    }

    /// What is wrong with models that were asked.
    public List<String> notes() {
        return now().damaged();
    }

    /// A list of music.
    ///
    /// @throws SegueException.NotFound for a name or a model that is not there
    public Recommendation recommend(Ask ask, Run run) {
        run.check();
        ask.moods().forEach(Mood::named);
        Snapshot now = now();
        Optional<Opened> opened = now.opened(ask.model(), ask.kind());
        Kind kind = ask.kind().or(() -> opened.map(o -> o.model().item())).orElse(Kind.ARTIST);
        checkRanks(opened, kind);
        Stock stock = now.stock(kind);
        Finder finder = new Finder(library);
        Optional<People.Acquaintance> listener =
                ask.whom().listener().map(id -> now.acquaintance(ask, opened, kind, id, finder));
        Optional<Opened> told =
                ask.knobs().explore() > 0 ? now.told(opened, kind) : Optional.empty();
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
        Snapshot now = now();
        Optional<Opened> opened = now.opened(ask.model(), Optional.of(ask.kind()));
        checkRanks(opened, ask.kind());
        return new Neighbours(ask, now.stock(ask.kind()), opened).list();
    }

    /// A text that changes with the models of the library.
    public String stamp() {
        return Long.toString(changed().to(TimeUnit.NANOSECONDS));
    }

    /// A model, the active one for an empty name. If the file of the active one is damaged, the one
    /// that was active before.
    ///
    /// @throws SegueException.NotFound if there is none
    public OpenModel model(String name) {
        return now().model(name, Optional.empty())
                .orElseGet(() -> OpenModel.of(shelf.load(name), library));
    }

    /// The active model that ranks artists, or tracks.
    ///
    /// @throws SegueException.NotFound if there is none
    public OpenModel active(Kind kind) {
        return now().model("", Optional.of(kind))
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
        Snapshot now = now();
        return new Onboarding(now.stock(Kind.ARTIST), now.opened("", Optional.of(Kind.ARTIST)))
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
        List<String> genres = catalogue.tags().genres(row);
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
                        genres.subList(0, Math.min(GENRES, genres.size())),
                        catalogue.durationSeconds(row)),
                !item.path().isEmpty());
    }
}
