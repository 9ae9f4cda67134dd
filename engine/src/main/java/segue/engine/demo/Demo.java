package segue.engine.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.evaluate.EvaluateRequest;
import segue.engine.evaluate.EvaluationResult;
import segue.engine.evaluate.TestData;
import segue.engine.features.Categories;
import segue.engine.listen.ListenReport;
import segue.engine.recommend.Ask;
import segue.engine.recommend.RankedItem;
import segue.engine.recommend.Recommendation;
import segue.engine.recommend.Recommender;
import segue.engine.recommend.Whom;
import segue.engine.train.TrainRequest;
import segue.engine.train.Trained;
import segue.library.ImportReport;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

/// The whole path on a small simulated world: makes it, imports it with the ordinary importer,
/// evaluates, trains, recommends; then composes some of its music, listens to it, and finds what
/// sounds alike, what suits a mood and an hour, and what of the new will be liked. Needs no network
/// and no files. The same seed shows the same.
public final class Demo {

    private static final int SHOWN = 5;
    private static final int K = 10;

    /// The defaults, but a rank that suits some hundred listeners.
    private static final TrainRequest ALS =
            TrainRequest.DEFAULTS.withName("demo").withSettings(Map.of("rank", "32"));

    /// How many tracks are composed unless someone says otherwise.
    public static final int TRACKS = 96;

    private static final int FEWEST = 2;
    private static final int MOST = 240;

    private final Path folder;
    private final int tracks;
    private final DemoTeller teller;

    /// @param folder where the library of the demonstration is made; emptied first if an earlier
    ///   demonstration made it, refused if anything else is in it
    /// @param tracks how many are composed
    public Demo(Path folder, int tracks, DemoTeller teller) {
        if (tracks < FEWEST || tracks > MOST) {
            throw new IllegalArgumentException(
                    "--tracks must be %d..%d, is %d".formatted(FEWEST, MOST, tracks));
        }
        this.folder = folder;
        this.tracks = tracks;
        this.teller = teller;
    }

    /// The folder for demonstrations beside a person's own library.
    public static Path folderBeside(Path library) {
        return DemoFolder.beside(library);
    }

    /// Runs all steps.
    ///
    /// @throws SegueException.Failed if the folder holds something else
    /// @throws SegueException.Cancelled when asked to stop; the folder can be used again
    public DemoReport run(Run run) {
        DemoFolder.prepare(folder);
        World world = World.of(run.seed());
        teller.step(
                "A small world",
                "Simulating %d listeners in %d taste groups and %d artists, all invented, and two years of plays."
                        .formatted(
                                world.listeners().size(),
                                Genre.values().length,
                                world.artists().size()));
        Path plays = WorldFile.write(world, run.seed(), folder.resolve("world"));
        try (Segue segue = Segue.open(folder, LibraryOptions.DEFAULTS.withCommand("segue demo"))) {
            return new Show(world, segue, run).run(plays);
        } catch (SegueException.Cancelled _) {
            throw new SegueException.Cancelled(
                    "Stopped; the same command begins the demo again. What it made is in %s."
                            .formatted(folder));
        }
    }

    /// The steps that need the library.
    private final class Show {

        private final World world;
        private final Segue segue;
        private final Run run;
        private final Map<String, Genre> genres = new HashMap<>();

        Show(World world, Segue segue, Run run) {
            this.world = world;
            this.segue = segue;
            this.run = run;
            world.artists().forEach(artist -> genres.put(artist.name(), artist.genre()));
        }

        DemoReport run(Path plays) {
            teller.step(
                    "Import",
                    "The plays are a CSV file like anyone's own log: %s. The ordinary importer reads it."
                            .formatted(plays));
            ImportReport imported = segue.importPlays(plays, PlaysFormat.DEFAULTS, run);
            teller.imported(imported);

            teller.step(
                    "Evaluate",
                    "A fifth of what each listener plays is hidden; then everything is ranked for them. How much of the hidden part stands in the top %d?"
                            .formatted(K));
            EvaluationResult popular = evaluate(TrainRequest.DEFAULTS.withAlgorithm("popular"));
            EvaluationResult als = evaluate(ALS);
            teller.evaluated(popular, als);

            teller.step("Train", "Now on everything, and saved in the library.");
            Trained trained = segue.train(ALS, run);
            teller.trained(trained, "artists");

            teller.step(
                    "Recommend",
                    "What two listeners should hear next, and because of what. The genres are known from the simulation; the model has never seen them.");
            Recommender recommender = segue.recommender(trained.name());
            List<Recommendation> lists = new ArrayList<>();
            for (World.Listener listener : List.of(first(false), first(true))) {
                Recommendation list =
                        named(
                                segue.recommend(
                                        Ask.of(Whom.listener(listener.name()))
                                                .withN(SHOWN)
                                                .withModel(trained.name()),
                                        run));
                teller.recommended("For " + listener.name(), taste(listener), list);
                lists.add(list);
            }
            World.Artist artist = world.artists().getFirst();
            Recommendation similar = named(recommender.similar(artist.name(), SHOWN));
            teller.recommended("Like " + artist.name(), artist.genre().word(), similar);
            Sounding sounding = new Sounding(world, segue, teller, run);
            List<Composed> composed = sounding.compose(folder.resolve("music"), tracks);
            ListenReport listened = sounding.listen(folder.resolve("music"));
            HeardRight right = sounding.compare(listened, composed);
            Sounding.Answers answers = sounding.answer(composed);
            Occasions occasions = new Occasions(world, segue, teller, run);
            Recommendation calm = occasions.calmAtNight();
            Recommendation unheard = occasions.unheard();
            Categories categories = occasions.categories();
            Path page = occasions.featuresPage(folder.resolve("features.html"));
            return new DemoReport(
                    folder.toString(),
                    run.seed(),
                    world.listeners().size(),
                    world.artists().size(),
                    imported,
                    List.of(popular, als),
                    trained,
                    lists,
                    similar,
                    composed.size(),
                    listened,
                    right,
                    answers.alike(),
                    answers.mixable(),
                    calm,
                    unheard,
                    categories,
                    page.toString());
        }

        private EvaluationResult evaluate(TrainRequest request) {
            return segue.evaluate(TestData.Parts.share(.2), EvaluateRequest.of(request, K), run)
                    .results()
                    .getFirst();
        }

        private World.Listener first(boolean niche) {
            return world.listeners().stream()
                    .filter(listener -> listener.niche() == niche)
                    .findFirst()
                    .orElseThrow();
        }

        private static String taste(World.Listener listener) {
            return listener.niche()
                    ? "a rare mixture: %s and %s"
                            .formatted(listener.genre().word(), listener.second().word())
                    : "mostly %s, some %s"
                            .formatted(listener.genre().word(), listener.second().word());
        }

        /// The same list with genres behind the names.
        private Recommendation named(Recommendation list) {
            List<RankedItem> items =
                    list.items().stream()
                            .map(
                                    item ->
                                            new RankedItem(
                                                    item.rank(),
                                                    item.id(),
                                                    item.kind(),
                                                    withGenre(item.name()),
                                                    item.artist(),
                                                    item.score(),
                                                    item.rawScore(),
                                                    item.reasons(),
                                                    item.traits(),
                                                    item.playable()))
                            .collect(Collectors.toList());
            return new Recommendation(list.model(), list.subject(), items, list.notes());
        }

        private String withGenre(String artist) {
            Genre genre = genres.get(artist);
            return genre == null ? artist : artist + " (" + genre.word() + ")";
        }
    }
}
