package segue.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import segue.audio.neural.NetworkSettings;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.catalogue.Catalogue;
import segue.engine.content.Hearing;
import segue.engine.context.ContextEvaluation;
import segue.engine.context.ContextResult;
import segue.engine.demo.DemoFolder;
import segue.engine.evaluate.EvaluateRequest;
import segue.engine.evaluate.EvaluationTable;
import segue.engine.evaluate.Evaluator;
import segue.engine.evaluate.TestData;
import segue.engine.features.CategoryTrainer;
import segue.engine.feedback.Scribe;
import segue.engine.filter.MusicFilter;
import segue.engine.listen.DryLine;
import segue.engine.listen.DryRun;
import segue.engine.listen.ListenReport;
import segue.engine.listen.ListenRequest;
import segue.engine.listen.Listening;
import segue.engine.mood.MoodWords;
import segue.engine.playlist.Playlists;
import segue.engine.playlist.Recipes;
import segue.engine.recommend.Ask;
import segue.engine.recommend.Desk;
import segue.engine.recommend.Everyone;
import segue.engine.recommend.NoteTaker;
import segue.engine.recommend.OnboardingPick;
import segue.engine.recommend.OpenModel;
import segue.engine.recommend.Recommendation;
import segue.engine.recommend.Recommender;
import segue.engine.recommend.SimilarAsk;
import segue.engine.recommend.SimilarList;
import segue.engine.similar.Similar;
import segue.engine.similar.SimilarAnswer;
import segue.engine.sound.DuplicateGroup;
import segue.engine.sound.Duplicates;
import segue.engine.sound.SoundSearch;
import segue.engine.train.ModelInfo;
import segue.engine.train.ModelShelf;
import segue.engine.train.TrainRequest;
import segue.engine.train.Trained;
import segue.engine.train.Trainer;
import segue.engine.tune.TuneRequest;
import segue.engine.tune.TuneResult;
import segue.engine.tune.TuneTeller;
import segue.engine.tune.Tuner;
import segue.library.Feedback;
import segue.library.ImportReport;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Library;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;
import segue.library.Status;
import segue.library.event.Event;
import segue.library.event.Noted;

/// The façade: everything Segue can do with one library. The doors (command line, server) call this
/// and decide nothing themselves. Thread-safe; one process at a time has a library open.
public final class Segue implements AutoCloseable {

    /// Open libraries that others in this process may use, by their folders.
    private static final Map<Path, Segue> LENT = new ConcurrentHashMap<>();

    private final String opened = Long.toHexString(System.nanoTime());
    private final Library library;
    private final Desk desk;
    private final Explorer explorer;
    private @Nullable Scribe scribe;
    private int borrowers = 1;

    private Segue(Library library) {
        this.library = library;
        this.desk = new Desk(library, shelf());
        this.explorer = new Explorer(library, desk);
    }

    /// Opens a library, which is made if it does not exist.
    ///
    /// @throws SegueException.Busy if another process has it open
    public static Segue open(Path folder, LibraryOptions options) {
        Segue lent = LENT.get(real(folder));
        if (lent != null && lent.borrow()) {
            return lent;
        }
        return new Segue(Library.open(folder, options));
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            // It will be made.
            return folder.toAbsolutePath();
        }
    }

    /// From now on whoever opens this library in this process gets this one; it is closed when all
    /// of them have closed it.
    public void lend() {
        LENT.put(real(folder()), this);
    }

    private synchronized boolean borrow() {
        if (borrowers > 0) {
            borrowers++;
            return true;
        }
        return false;
    }

    /// Opens a library that must exist: for questions, which should not leave an empty library
    /// where someone mistyped.
    ///
    /// @throws SegueException.NotFound if there is none
    public static Segue openExisting(Path folder, LibraryOptions options) {
        if (!Files.exists(folder.resolve("library.duckdb"))) {
            throw new SegueException.NotFound(
                    "There is no library in %s yet. Fill one with: segue import plays FILE (or look around with: segue demo)"
                            .formatted(folder));
        }
        return open(folder, options);
    }

    /// Imports the HetRec 2011 last.fm set from the folder with its `.dat` files.
    public ImportReport importHetrec(Path folder, Run run) {
        return library.importHetrec(folder, run);
    }

    /// Imports a file of plays, events or playlist entries.
    public ImportReport importPlays(Path file, PlaysFormat format, Run run) {
        return library.importPlays(file, format, run);
    }

    /// Imports a file of likes, skips and bans.
    public ImportReport importFeedback(Path file, PlaysFormat format, Run run) {
        return library.importFeedback(file, format, run);
    }

    /// Imports a CSV file of audio features.
    ///
    /// @param maxRejects the share of rows that may be broken, 0..1
    public ImportReport importFeatures(Path file, double maxRejects, Run run) {
        return library.importFeatures(file, maxRejects, run);
    }

    /// Features of tracks, and the categories learned from them.
    public Insights insights() {
        return new Insights(library);
    }

    /// Notes what a listener thinks of an artist or a track.
    ///
    /// @return what was understood, for people
    /// @throws SegueException.NotFound for an unknown listener or name
    public String feedback(String listener, Feedback feedback, Items items, String name) {
        return new NoteTaker(library).note(listener, feedback, items, name);
    }

    /// The folder of the library.
    public Path folder() {
        return library.folder();
    }

    /// Grows with each finished import.
    public long revision() {
        return library.revision();
    }

    /// Whether the library is the one of the demonstration.
    public boolean isDemo() {
        return DemoFolder.isDemo(library.folder());
    }

    /// The models of the library, the newest first.
    public List<ModelInfo> models() {
        return shelf().list();
    }

    /// The model that answers when none is named.
    public Optional<ModelInfo> activeModel() {
        return shelf().active(_ -> true);
    }

    /// Makes a model the one that answers when none is named.
    ///
    /// @throws SegueException.NotFound if there is none of that name
    /// @throws SegueException.BadInput if its file is damaged
    public ModelInfo activate(String model) {
        ModelInfo active = shelf().activate(model);
        refresh(Run.quiet(0));
        return active;
    }

    /// Makes the model active that was so before.
    ///
    /// @throws SegueException.NotFound if there is none
    public ModelInfo rollback() {
        ModelInfo active = shelf().rollback();
        refresh(Run.quiet(0));
        return active;
    }

    /// Deletes a model that is not active.
    public void deleteModel(String model) {
        shelf().delete(model);
    }

    /// What people should know about the state of the library: model files that are damaged.
    public List<String> notes() {
        List<String> damaged = desk.notes();
        Stream<String> unreadable =
                shelf().list().stream()
                        .filter(model -> !model.problem().isEmpty())
                        .map(
                                model ->
                                        "The model '%s' cannot be used: %s"
                                                .formatted(model.name(), model.problem()));
        return Stream.concat(damaged.stream(), unreadable).distinct().toList();
    }

    public Overview status() {
        Status status = library.status();
        return new Overview(
                library.folder().toString(),
                status,
                status.artistDensity(),
                status.trackDensity(),
                shelf().list(),
                CategoryTrainer.trained(library));
    }

    /// Trains a model and saves it in the library.
    public Trained train(TrainRequest request, Run run) {
        return new Trainer(library).train(request, run);
    }

    /// Evaluates algorithms with a part of the library held out. Saves nothing.
    ///
    /// @throws SegueException.NotFound if nothing can be held out that way
    public EvaluationTable evaluate(TestData.Parts parts, EvaluateRequest request, Run run) {
        return Evaluator.onLibrary(library, parts, request, run);
    }

    /// Evaluates algorithms on plain files, without a library.
    public static EvaluationTable evaluate(TestData.Files files, EvaluateRequest request, Run run) {
        return Evaluator.onFiles(files, request, run);
    }

    /// Searches the best settings and trains a model with them.
    ///
    /// @param holdout a share to test on at the end; empty: no test figure is claimed
    public TuneResult tune(
            TuneRequest request, Optional<Double> holdout, TuneTeller teller, Run run) {
        return Tuner.onLibrary(library, request, holdout, teller, run);
    }

    /// Searches the best settings on two plain files, without a library. Saves no model.
    public static TuneResult tune(
            TuneRequest request, TestData.Files files, TuneTeller teller, Run run) {
        return Tuner.onFiles(files, request, teller, run);
    }

    /// Looks around: names, tracks, artists, listeners, the map.
    public Explorer explore() {
        return explorer;
    }

    /// A text that changes when what is computed from the library is stale.
    public String stamp() {
        return library.stamp();
    }

    /// A text that changes with everything that is written to the library while it is open, also
    /// with each play and opinion that is noted; it costs nothing.
    public String pulse() {
        return "%s-%d-%d".formatted(opened, library.version(), library.notes());
    }

    /// A text that changes when what is made of the library and its models is stale.
    public String modelStamp() {
        return stamp() + "-" + desk.stamp();
    }

    /// The playlists of the library.
    public Playlists playlists() {
        return new Playlists(library);
    }

    /// The playlists that were made of wishes.
    public Recipes recipes() {
        return new Recipes(playlists(), this::recommend);
    }

    /// A model to ask, the newest for an empty name.
    ///
    /// @throws SegueException.NotFound if there is none
    public Recommender recommender(String model) {
        return new Recommender(library, open(model));
    }

    /// A list of music: for a listener, for a taste in names, by genre and mood.
    ///
    /// @throws SegueException.NotFound for a name that is not in the library, or without a model
    public Recommendation recommend(Ask ask, Run run) {
        return desk.recommend(ask, run);
    }

    /// From now on lists are quick from the first on: what they are made of is read beforehand and
    /// kept. For servers; see [Desk#stayWarm].
    public void stayWarm() {
        desk.stayWarm();
        Thread.ofVirtual().name("prepare").start(this::prepare);
    }

    /// What names are searched in is made after the lists, which are asked for first.
    private void prepare() {
        try {
            desk.refresh(Run.quiet(0));
            explorer.names();
        } catch (RuntimeException _) {
            // Whoever asks for a list or searches is told why.
        }
    }

    /// Makes what was just imported, trained or made active count in lists, where these are kept
    /// warm. Returns when it does.
    public void refresh(Run run) {
        desk.refresh(run);
    }

    /// Few artists that tell most of a newcomer who likes or dislikes them.
    public List<OnboardingPick> onboarding(int n) {
        return desk.onboarding(n);
    }

    /// The moods to ask for, and how they are defined.
    public static List<MoodWords> moods() {
        return MoodWords.all();
    }

    /// All artists, or all tracks, as the library has them now: names, tags, traits.
    ///
    /// @param kind artist or track
    public Catalogue catalogue(Kind kind) {
        return desk.catalogue(kind);
    }

    /// Evaluates lists that know the hour against the same lists that do not, on later plays.
    ///
    /// @throws SegueException.NotFound if no play has a time
    public ContextResult evaluateContext(ContextEvaluation evaluation, Run run) {
        return evaluation.on(library, run);
    }

    /// Listens to folders and files of music and stores what it hears.
    ///
    /// @throws SegueException.NotFound if one of them does not exist
    public ListenReport listen(ListenRequest request, Run run) {
        return Listening.listen(library, request, run);
    }

    /// Listens without a library, and stores nothing.
    ///
    /// @param teller is told of each file, in the order of their paths
    /// @return how many files were heard
    public static int dryListen(ListenRequest request, Run run, Consumer<DryLine> teller) {
        return DryRun.listen(request, run, teller);
    }

    /// What sounds alike.
    ///
    /// @throws SegueException.NotFound if nothing was heard yet
    public SoundSearch sounds() {
        return new SoundSearch(library);
    }

    /// What is like an artist, a track or a file, in the best way there is.
    ///
    /// @param model a model's name; empty: the newest, if there is one
    /// @param sound how much sound counts, 0..1; empty: plays where enough people have it, else
    ///   sound
    /// @throws SegueException.NotFound if it is known by neither
    public SimilarAnswer similar(
            String name, int n, String model, OptionalDouble sound, MusicFilter filter) {
        boolean any =
                !model.isEmpty()
                        || models(library.folder()).stream()
                                .anyMatch(info -> info.problem().isEmpty());
        return new Similar(library, any ? Optional.of(open(model)) : Optional.empty())
                .find(name, n, sound, filter);
    }

    /// What is like one artist or track of the library, by its id.
    ///
    /// @throws SegueException.NotFound for an unknown id, or if nothing is known that it could be
    ///   compared by
    public SimilarList similar(SimilarAsk ask) {
        return desk.similar(ask);
    }

    /// Teaches the neural listener to tell the tracks of the library apart, and keeps what it makes
    /// of each file: more to tell taste from than what the ear measures.
    ///
    /// @return how many files it heard
    /// @throws SegueException.NotFound if the library has heard too little
    public int trainListener(NetworkSettings settings, Run run) {
        return new Hearing(library, settings).embed(run);
    }

    /// Recordings that are there more than once.
    public List<DuplicateGroup> duplicates(Run run) {
        return new Duplicates(library, run).find();
    }

    /// Writes lists for everybody to a `.csv`, `.csv.gz` or `.parquet` file.
    ///
    /// @param model a model's name; empty: the newest
    /// @param known whether items they have already may appear
    public Everyone.Exported recommendAll(String model, Path file, int n, boolean known, Run run) {
        return new Everyone(library, open(model)).export(file, n, known, run);
    }

    /// The models of a library folder, the newest first, without opening the library.
    public static List<ModelInfo> models(Path folder) {
        return new ModelShelf(folder.resolve("models")).list();
    }

    private OpenModel open(String model) {
        return desk.model(model);
    }

    /// Notes what a listener did, and waits until it is on disk. The next answer heeds it.
    ///
    /// @throws SegueException.NotFound if there is no such artist or track
    public Noted.Kept note(Event event) {
        return scribe().note(event);
    }

    /// Undoes an event, and waits until that is on disk.
    ///
    /// @throws SegueException.NotFound if there is none of that key
    public Noted.Kept undo(String key) {
        return scribe().undo(key);
    }

    /// What a listener did and said while a server ran, the last first, without what was undone.
    public List<Noted.Kept> events(String listener, int offset, int limit) {
        return library.events(listener, offset, limit);
    }

    private synchronized Scribe scribe() {
        Scribe open = scribe;
        if (open == null) {
            open = new Scribe(library);
            scribe = open;
        }
        return open;
    }

    private ModelShelf shelf() {
        return new ModelShelf(library.models());
    }

    @Override
    public void close() {
        if (isLast()) {
            desk.stop();
            library.close();
        }
    }

    private synchronized boolean isLast() {
        borrowers--;
        if (borrowers > 0) {
            return false;
        }
        LENT.remove(real(folder()), this);
        if (scribe != null) {
            scribe.close();
        }
        return true;
    }
}
