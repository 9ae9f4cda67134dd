package segue.library;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import segue.core.data.DatedInteractions;
import segue.core.data.Features;
import segue.core.data.Interactions;
import segue.core.math.Matrix;
import segue.core.run.Run;
import segue.library.browse.ArtistFacts;
import segue.library.browse.ArtistHead;
import segue.library.browse.ListenerRow;
import segue.library.browse.TopItem;
import segue.library.browse.TrackFacts;
import segue.library.browse.TrackRow;
import segue.library.event.Event;
import segue.library.event.Noted;
import segue.library.exporter.ListsExporter;
import segue.library.importer.FeaturesImporter;
import segue.library.importer.FilesImporter;
import segue.library.importer.HetrecImporter;
import segue.library.importer.PlaysImporter;
import segue.library.sound.FileNews;
import segue.library.sound.Fingerprints;
import segue.library.sound.HeardTracks;
import segue.library.sound.KnownFile;
import segue.library.store.AllNames;
import segue.library.store.Cells;
import segue.library.store.Contents;
import segue.library.store.Database;
import segue.library.store.Descriptions;
import segue.library.store.Diary;
import segue.library.store.Embeddings;
import segue.library.store.Events;
import segue.library.store.Facts;
import segue.library.store.FeatureRows;
import segue.library.store.FeatureTables;
import segue.library.store.Journal;
import segue.library.store.Memory;
import segue.library.store.Names;
import segue.library.store.Opinions;
import segue.library.store.PlaylistStore;
import segue.library.store.Shelves;
import segue.library.store.Sounds;
import segue.library.store.Suiting;
import segue.library.store.TimedPlays;
import segue.library.store.TrackTable;

/// A music library: one folder with one database file and the models trained on it. One process at
/// a time. Thread-safe; imports take turns.
public final class Library implements AutoCloseable {

    private final Database database;
    private final Memory memory = new Memory();
    private final AtomicLong notes = new AtomicLong();

    private Library(Database database) {
        this.database = database;
    }

    /// Opens the library in `folder`, which is made if it does not exist.
    ///
    /// @throws segue.core.run.SegueException.Busy if another process has it open
    /// @throws segue.core.run.SegueException.Failed if the folder cannot be used, or was written by
    ///   a
    ///   newer Segue
    public static Library open(Path folder) {
        return open(folder, LibraryOptions.DEFAULTS);
    }

    /// Opens with a memory limit, a number of threads and a name for the lock.
    public static Library open(Path folder, LibraryOptions options) {
        return new Library(
                Database.open(
                        folder, options.memoryMegabytes(), options.threads(), options.command()));
    }

    /// Where the library is when nobody says: `$SEGUE_LIBRARY`, else the place that the system
    /// keeps for a user's data.
    public static Path defaultFolder(Map<String, String> environment, Properties system) {
        return DefaultFolder.of(environment, system);
    }

    public Path folder() {
        return database.folder();
    }

    /// The folder of the models, beside the database.
    public Path models() {
        return database.folder().resolve("models");
    }

    /// Imports the HetRec 2011 last.fm set from the folder that holds its `.dat` files. All or
    /// nothing.
    ///
    /// @throws segue.core.run.SegueException.BadInput if a needed file is missing or unusable
    public ImportReport importHetrec(Path directory, Run run) {
        try {
            return new HetrecImporter(database).read(directory, run);
        } finally {
            memory.forget();
        }
    }

    /// Imports a file of plays, events or playlist entries: CSV, TSV, JSON lines or Parquet, plain
    /// or compressed. All or nothing; memory does not grow with the file.
    ///
    /// @throws segue.core.run.SegueException.BadInput if the file is unusable or too much of it is
    public ImportReport importPlays(Path file, PlaysFormat format, Run run) {
        try {
            return new PlaysImporter(database).read(file, format, run);
        } finally {
            memory.forget();
        }
    }

    /// What is in the library.
    public Status status() {
        return new Contents(database).status();
    }

    /// The plays as a matrix. Values are summed plays; in listeners × items each entry of a
    /// playlist that the listener owns counts 1 as well; in playlists × items an entry counts 1.
    /// Rows and columns stand in the order of their ids.
    public Interactions interactions(Selection selection, Run run) {
        return new Cells(database).interactions(selection, run);
    }

    /// The same with the time of the last play in each cell. Counts and playlist entries have none.
    public DatedInteractions datedInteractions(Selection selection, Run run) {
        return new Cells(database).datedInteractions(selection, run);
    }

    /// What is known besides of the rows and columns of a matrix: tags of items, and friends where
    /// the rows are listeners. Of the playlists of those who tag, tags would give away what is in
    /// them: where the rows are playlists, only tags of people without one count.
    public Features features(DatedInteractions of, Selection selection, Run run) {
        return new FeatureTables(database).features(of, selection, run);
    }

    /// The ids of all artists or tracks of which tags, sound or features are known, in order.
    public List<String> described(Items items) {
        return new Descriptions(database).described(items);
    }

    /// The ids of tracks of which a genre, a tag or a feature is known → those of their artists.
    public Map<String, String> described() {
        return new Descriptions(database).described();
    }

    /// The ids of tracks whose sound or features are known → those of their artists.
    public Map<String, String> performers() {
        return new Descriptions(database).performers();
    }

    /// Finds what someone typed: by id, by name, by name without regard to case, accents and
    /// punctuation, else what is spelled alike. Where several have the same name, the most played.
    public Lookup find(Kind kind, String text) {
        return memory.name(kind, text, () -> new Names(database).find(kind, text));
    }

    /// Keeps what the neural listener made of files, instead of what it made of them before.
    ///
    /// @param files their numbers, in the order of the rows
    /// @param vectors `files × size`
    public void writeEmbeddings(List<Long> files, Matrix vectors) {
        new Embeddings(database).write(files, vectors);
    }

    /// The number of a file → what the neural listener made of it, `1 × size`; empty where it was
    /// never trained.
    public Map<Long, Matrix> embeddings() {
        return new Embeddings(database).read();
    }

    /// Finds a track whose sound is known, by the same rules.
    public Lookup findHeard(String text) {
        return new Names(database).findHeard(text);
    }

    /// The entries of these ids; ids that do not exist are left out. In the order asked.
    public Map<String, Entry> entries(Kind kind, Collection<String> ids) {
        return new Names(database).entries(kind, ids);
    }

    /// What a listener played, or a playlist holds: item id → plays, in the order of the ids. Empty
    /// for an unknown id.
    public Map<String, Double> history(Rows rows, String id, Items items) {
        return history(Selection.DEFAULTS.withRows(rows).withItems(items), id);
    }

    /// The same with likes and skips counted as the selection says: what was skipped more than it
    /// was played is negative.
    public Map<String, Double> history(Selection selection, String id) {
        return memory.history(selection, id, () -> new Cells(database).history(selection, id));
    }

    /// The same with the times they were heard last, and with plays that count less the older they
    /// are.
    ///
    /// @param halfLifeDays after so many days a play counts half; 0: plays do not age
    /// @param now from when age is counted; empty: from the last play of all in the row
    public Past past(
            Selection selection, String id, double halfLifeDays, Optional<LocalDateTime> now) {
        return new Cells(database).past(selection, id, halfLifeDays, now);
    }

    /// All artists or tracks, in the order of their ids.
    public List<MusicItem> music(Items items) {
        return new Shelves(database).items(items);
    }

    /// The tags and genres of all artists or tracks, in the order of their ids; of each the most
    /// given first.
    public List<TagCount> tagCounts(Items items) {
        return new Shelves(database).tags(items);
    }

    /// Grows with everything that may have changed the library since it was opened, but for
    /// [#doings]: what is read once can be kept until then.
    public long version() {
        return database.version();
    }

    /// Grows with what a listener does and says while the library is open: of nobody else does
    /// anything change by it.
    public long doings(String listener) {
        return memory.doings(listener);
    }

    /// Grows with every event and opinion that is noted.
    public long notes() {
        return notes.get();
    }

    /// Notes what a listener thinks of an artist or a track; an earlier opinion is forgotten.
    public void addFeedback(String listener, Feedback feedback, Kind kind, String id) {
        new Opinions(database).add(listener, feedback, kind, id);
        notes.incrementAndGet();
        memory.forget(Set.of(listener));
    }

    /// Notes a batch of what listeners do. On return all of it is on disk. Not to be called by two
    /// threads at once.
    ///
    /// @return for each event, in order, what became of it
    /// @throws segue.core.run.SegueException.Busy if a listener is new while an import is running
    public List<Noted> note(List<Event> batch) {
        try {
            return new Events(database).write(batch);
        } finally {
            notes.incrementAndGet();
            memory.forget(batch.stream().map(Event::listener).collect(Collectors.toSet()));
        }
    }

    /// Undoes an event: a play never was, and of the item holds what was said before. Not to be
    /// called beside [#note].
    ///
    /// @return the event; empty for an unknown key
    public Optional<Noted.Kept> undo(String key) {
        Optional<Noted.Kept> undone = new Events(database).undo(key);
        notes.incrementAndGet();
        undone.ifPresent(kept -> memory.forget(Set.of(kept.event().listener())));
        return undone;
    }

    /// What a listener did and said while a server ran, the last first, without what was undone.
    public List<Noted.Kept> events(String listener, int offset, int limit) {
        return new Events(database).of(listener, offset, limit);
    }

    /// How many listeners (or playlists) have an item.
    public int audience(Selection selection, String id) {
        return new Cells(database).audience(selection, id);
    }

    /// Whoever gave feedback → the ids of the items never to show them; often none.
    public Map<String, Set<String>> bans(Items items) {
        return memory.bans(items, () -> new Opinions(database).bans(items));
    }

    /// The ids of the items never to show someone; empty if they said nothing of any music.
    public Optional<Set<String>> bans(Items items, String listener) {
        return new Opinions(database).bans(items, listener);
    }

    /// Imports a file of likes, skips and bans: `listener, artist, track, kind, time`, in the
    /// formats that plays come in. All or nothing.
    public ImportReport importFeedback(Path file, PlaysFormat format, Run run) {
        try {
            return PlaysImporter.ofFeedback(database).read(file, format, run);
        } finally {
            memory.forget();
        }
    }

    /// All files of music that were ever listened to, by path.
    public List<KnownFile> files() {
        return new Sounds(database).files();
    }

    /// Stores what became of files: all of the batch, or nothing. Each path at most once in it.
    public void writeFiles(List<FileNews> batch) {
        try {
            new FilesImporter(database).write(batch);
        } finally {
            memory.forget();
        }
    }

    /// Every file that was heard and is there, with its vector.
    public HeardTracks heard() {
        return new Sounds(database).heard();
    }

    /// Hands over the keys of the fingerprints of all files that were heard and are there, by their
    /// numbers.
    public void fingerprintKeys(Fingerprints taker) {
        new Sounds(database).fingerprintKeys(taker);
    }

    /// Hands over the fingerprints of the files of these numbers.
    public void fingerprints(Collection<Long> files, Fingerprints taker) {
        new Sounds(database).fingerprints(files, taker);
    }

    /// Imports a CSV file of audio features as Spotify tells them, in any of the editions that go
    /// around: features, genres, and the playlists it has. All or nothing.
    ///
    /// @param maxRejects the share of rows that may be broken, 0..1
    /// @throws segue.core.run.SegueException.BadInput if the file is unusable or too much of it is
    public ImportReport importFeatures(Path file, double maxRejects, Run run) {
        try {
            return new FeaturesImporter(database).read(file, maxRejects, run);
        } finally {
            memory.forget();
        }
    }

    /// The audio features of all tracks of which some are known: imported or heard, never mixed
    /// within a track.
    ///
    /// @param preferred which speaks where both know a track
    public TrackFeatures trackFeatures(FeatureSource preferred) {
        return new FeatureRows(database).read(preferred);
    }

    /// How often items were played at which times of the day, the week and the year.
    ///
    /// @param before only plays before that; empty: all
    public SlotCounts slotCounts(Items items, Optional<LocalDateTime> before) {
        return new TimedPlays(database).counts(items, before);
    }

    /// The same for what one listener played, in the order of the items' ids.
    ///
    /// @param before only plays before that; empty: all
    public List<OwnSlots> ownSlots(String listener, Items items, Optional<LocalDateTime> before) {
        return new TimedPlays(database).of(listener, items, before);
    }

    /// When a listener played what, added up.
    ///
    /// @param shiftSeconds what is added to times before they fall into months
    /// @param artists how many of the most played
    /// @param followed how many of these month by month
    public ListenerPlays listenerPlays(
            String listener, long shiftSeconds, int artists, int followed) {
        return new Diary(database).of(listener, shiftSeconds, artists, followed);
    }

    /// How often items were given tags that speak for a use of music and against it: id → both. A
    /// track has those of its artist.
    public Map<String, TagVotes> tagVotes(
            Items items, Collection<String> good, Collection<String> bad) {
        return new Suiting(database).votes(items, good, bad);
    }

    /// Track id → artist id, of all tracks that features are known of.
    public Map<String, String> featuredArtists() {
        return new Suiting(database).artists();
    }

    /// The time at which the latest share of the timed plays begins; empty where no play has a
    /// time.
    public Optional<LocalDateTime> latest(double share) {
        return new TimedPlays(database).latest(share);
    }

    /// What listeners played from a time on, an hour of a listener together.
    ///
    /// @param most hours of a listener, drawn by lot, always the same
    /// @param limit on all, drawn in the same way
    public List<TimedCase> timedCases(Items items, LocalDateTime from, int most, int limit) {
        return new TimedPlays(database).cases(items, from, most, limit);
    }

    /// Listeners × items as it was: plays before a time, and those that have none.
    public Interactions interactionsBefore(Selection selection, LocalDateTime time, Run run) {
        return new Cells(database).interactionsBefore(selection, time, run);
    }

    /// Writes ranked lists to a `.parquet`, `.csv` or `.csv.gz` file, with names.
    ///
    /// @return how many rows were written
    public long exportLists(Path file, RankedLists lists, Run run) {
        return new ListsExporter(database).write(file, lists, run);
    }

    /// Hands over the names of all artists, tracks, listeners and tags, for indexes.
    public void names(segue.library.browse.Names taker) {
        new AllNames(database).read(taker);
    }

    /// Hands over every track with what a table of music shows of it.
    public void tracks(TrackRow.Taker taker) {
        new TrackTable(database).read(taker);
    }

    /// What is known of an artist; empty for an unknown id.
    public Optional<ArtistFacts> artist(String id) {
        return new Facts(database).artist(id);
    }

    /// What is known of a track; empty for an unknown id.
    public Optional<TrackFacts> track(String id) {
        return new Facts(database).track(id);
    }

    /// Listeners, who played most first.
    ///
    /// @param containing part of the id, any case; empty: all
    public List<ListenerRow> listeners(String containing, int offset, int limit) {
        return new Facts(database).listeners(containing, offset, limit);
    }

    /// One listener; empty for an unknown id.
    public Optional<ListenerRow> listener(String id) {
        return new Facts(database).listener(id);
    }

    /// Artists by id, with plays and foremost tag; unknown ids are left out.
    public List<ArtistHead> artistHeads(Collection<String> ids) {
        return new Facts(database).artistHeads(ids);
    }

    /// What a listener played most.
    public List<TopItem> top(String listener, Items items, int offset, int limit) {
        return new Facts(database).top(listener, items, offset, limit);
    }

    /// The playlists: those made or kept here, and those that were imported.
    public PlaylistStore playlists() {
        return new PlaylistStore(database);
    }

    /// A text that changes when something was imported, or files were heard, moved or lost: what
    /// was computed from the library is stale when it does.
    public String stamp() {
        return new Journal(database).stamp();
    }

    /// Grows with each finished import.
    public long revision() {
        return memory.revision(() -> new Journal(database).revision());
    }

    /// Closes the database and lets other processes in.
    @Override
    public void close() {
        database.close();
    }
}
