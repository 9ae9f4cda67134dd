package segue.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.core.run.Run;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.recommend.Ask;
import segue.engine.recommend.Everyone;
import segue.engine.recommend.OnboardingPick;
import segue.engine.recommend.Recommendation;
import segue.engine.recommend.Whom;
import segue.library.Kind;

/// `segue recommend`
@Command(
        name = "recommend",
        description = {
            "Recommend for a listener, for a taste in names, by genre and mood, or for everybody.",
            "Nothing known of whom it is for: what most people have, and --new asks what they like."
        },
        footer = {
            "",
            "Example:  segue recommend --listener 50",
            "          segue recommend --like Radiohead --not-like Muse --genre trip-hop --mood calm",
            "          segue recommend --listener 50 --sound 0.5 --diversity 0.3 --surprise 0.2 --seed 7",
            "          segue recommend --listener 50 --at 2026-11-21T23:00 --activity focus",
            "          segue recommend --listener 50 --mood calm --save \"Calm evening\"",
            "          segue recommend --all -o lists.parquet"
        })
final class RecommendCommand implements Callable<Integer> {

    /// What is listed.
    enum What {
        ARTISTS,
        TRACKS
    }

    private final Terminal terminal;
    @Mixin private MomentOptions moment = new MomentOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    @Option(
            names = "--listener",
            paramLabel = "ID",
            description = "A listener (or playlist) of the library.")
    private @Nullable String listener;

    @Option(
            names = "--like",
            paramLabel = "NAME",
            description = "Someone who likes this artist or track; may be repeated.")
    private List<String> like = List.of();

    @Option(
            names = "--not-like",
            paramLabel = "NAME",
            description = "Nothing like this artist or track; may be repeated.")
    private List<String> notLike = List.of();

    @Option(
            names = "--mood",
            paramLabel = "MOOD",
            description = "Only music of this mood, see segue moods; several: all of them.")
    private List<String> moods = List.of();

    @Option(names = "--new", description = "Artists that tell most of a newcomer, to pick from.")
    private boolean onboarding;

    @Option(names = "--all", description = "Everybody, into the file of -o.")
    private boolean all;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where --all writes: a name ending with .parquet, .csv or .csv.gz.")
    private @Nullable Path output;

    @Option(
            names = "--save",
            paramLabel = "NAME",
            description = "Keep the list as a playlist; segue playlist refresh makes it anew.")
    private @Nullable String save;

    @Option(names = "-n", paramLabel = "N", description = "How many. Default: 10.")
    private int n = 10;

    @Option(
            names = "--items",
            paramLabel = "WHAT",
            description = "artists or tracks. Default: what the model ranks.")
    private @Nullable What what;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "Which model. Default: the newest.")
    private String model = "";

    @Option(names = "--known", description = "Keep what they have already.")
    private boolean known;

    @Option(names = "--seed", paramLabel = "N", description = "Of --surprise. Default: 42.")
    private long seed = 42;

    @ArgGroup(validate = false, heading = "%nOnly what fits:%n")
    private FilterOptions filters = new FilterOptions();

    @ArgGroup(validate = false, heading = "%nLeaning to:%n")
    private KnobOptions knobs = new KnobOptions();

    RecommendCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Ask ask = ask();
        if (all != (output != null)) {
            throw new IllegalArgumentException("--all needs -o FILE, and -o needs --all.");
        }
        if (save != null && (all || onboarding)) {
            throw new IllegalArgumentException("--save keeps one list, not that of --all or --new");
        }
        boolean nothing = ask.equals(Ask.DEFAULTS.withN(n).withKnown(known).withModel(model));
        if ((all || onboarding) && !nothing) {
            throw new IllegalArgumentException(
                    "--all and --new take no listener, taste, filter or knob");
        }
        if (!all && !onboarding && ask.equals(Ask.DEFAULTS.withN(n).withModel(model))) {
            throw new IllegalArgumentException(
                    "Whom is it for? Give --listener ID, --like NAME, --genre GENRE, --mood MOOD, --items artists, --new or --all.");
        }
        if (output != null) {
            everybody(output);
        } else if (onboarding) {
            newcomer();
        } else {
            one(ask);
        }
        return ExitCodes.OK;
    }

    private Ask ask() {
        Whom whom = new Whom(Optional.ofNullable(listener), like, notLike);
        Ask ask =
                Ask.of(whom)
                        .withN(n)
                        .withKnown(known)
                        .withFilter(filters.filter())
                        .withMoods(moods)
                        .withKnobs(knobs.knobs())
                        .withMoment(moment.moment())
                        .withModel(model)
                        .withSeed(seed);
        return what == null ? ask : ask.withKind(what == What.ARTISTS ? Kind.ARTIST : Kind.TRACK);
    }

    private void one(Ask ask) {
        Recommendation list;
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("recommend"))) {
            list = segue.recommend(ask, Run.quiet(seed));
            if (save != null) {
                segue.recipes().keep(save, ask, list);
            }
        }
        RankedLines.show(list, "For " + list.subject(), common.json(), terminal);
        if (save != null && !common.json()) {
            terminal.out()
                    .println(
                            "Kept as a playlist. Make it anew with: segue playlist refresh \"%s\""
                                    .formatted(save));
        }
    }

    private void newcomer() {
        List<OnboardingPick> picks;
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("recommend"))) {
            picks = segue.onboarding(n);
        }
        if (common.json()) {
            terminal.out().println(Json.of(picks));
            return;
        }
        terminal.out().println(terminal.bold("Which of these do you like?"));
        Table table = new Table("", ">listeners", "");
        picks.forEach(
                pick ->
                        table.row(
                                pick.name(),
                                Table.count(pick.listeners()),
                                String.join(", ", pick.genres())));
        table.print(terminal);
        terminal.out().println("Then: segue recommend --like NAME --like NAME --not-like NAME");
    }

    private void everybody(Path file) {
        RunOptions usual = new RunOptions();
        Everyone.Exported exported;
        try (Segue segue =
                        Segue.openExisting(
                                common.library(terminal), CommonOptions.options("recommend"));
                Session session = new Session(terminal, usual.seed(), usual.threads())) {
            exported = segue.recommendAll(model, file, n, known, session.run());
        }
        terminal.out()
                .println(
                        common.json()
                                ? Json.of(exported)
                                : "%s lists (%s lines) by %s in %s; ranking took %s."
                                        .formatted(
                                                Table.count(exported.lists()),
                                                Table.count(exported.rows()),
                                                exported.model(),
                                                exported.file(),
                                                Table.seconds(exported.rankSeconds())));
    }
}
