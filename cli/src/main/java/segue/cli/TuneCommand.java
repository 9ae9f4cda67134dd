package segue.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.core.tune.Search;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.evaluate.TestData;
import segue.engine.tune.TuneRequest;
import segue.engine.tune.TuneResult;

/// `segue tune`
@Command(
        name = "tune",
        description = {
            "Find the settings that serve your listeners best, and train a model with them. Settings",
            "are compared inside the part to learn from; a test part is touched once, at the end.",
            "Every finished trial is remembered: the same command goes on where it was stopped."
        },
        footer = {
            "",
            "--set takes values to try (rank=32,64,128), a range (shrinkage=0..50), or a range on a",
            "log scale (regularization=.01..500:log), each with `auto` before it where the algorithm",
            "can set the value by the data (alpha=auto,1..100:log); --weight takes several (log1p,tfidf).",
            "A fifth of the time is kept to judge the best few again on further parts of the data.",
            "",
            "Example:  segue tune als --time 10m",
            "          segue tune als --set rank=32,64,128 --set regularization=.01..500:log",
            "          segue tune --time 10m --holdout 0.2"
        })
final class TuneCommand implements Callable<Integer> {

    private static final int USUAL_TRIALS = 40;
    private static final Duration USUAL_TIME = Duration.ofMinutes(10);
    private static final Duration ENDLESS = Duration.ofDays(3650);

    private final Terminal terminal;
    @Mixin private TrainingOptions training = new TrainingOptions();
    @Mixin private RunOptions running = new RunOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "ALGORITHM",
            completionCandidates = AlgorithmNames.class,
            description =
                    "One of: ${COMPLETION-CANDIDATES}. Default: all sensible ones are tried, the best few deeper.")
    private String algorithm = "";

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "At most so many trials. Default: 40, or as many as --time allows.")
    private @Nullable Integer trials;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description =
                    "At most so long: 90s, 10m, 1h30m; the test and the last training come on top. Default: 10m, or as long as --trials takes.")
    private @Nullable String time;

    @Option(
            names = "--search",
            paramLabel = "auto|grid|random|halving",
            defaultValue = "auto",
            description =
                    "How settings are chosen: all of them, at random, or by Hyperband, which spends little on what begins badly. Default: a grid where there are few, else halving.")
    private Search.Kind search = Search.Kind.AUTO;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "What the model is called. Default: the algorithm. Replaces one of that name.")
    private String name = "";

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description =
                    "Where trials are remembered. Default: tuning/NAME.jsonl in the library, .segue-tuning/NAME.jsonl beside --train.")
    private @Nullable Path journal;

    @Option(names = "--fresh", description = "Start over; forget earlier trials.")
    private boolean fresh;

    @ArgGroup(exclusive = true)
    private @Nullable Data data;

    /// What is tested on.
    static final class Data {
        @Option(
                names = "--holdout",
                paramLabel = "SHARE",
                description =
                        "Hold out a share of each listener's items for a test at the end. Default: no test.")
        private double holdout;

        @ArgGroup(exclusive = false)
        private @Nullable Files files;
    }

    /// Two plain files.
    static final class Files {
        @Option(
                names = "--train",
                paramLabel = "FILE",
                required = true,
                description = "Lines of: user item value. No library is touched, no model saved.")
        private Path train = Path.of("");

        @Option(
                names = "--test",
                paramLabel = "FILE",
                required = true,
                description = "Lines of: user item value, for the test at the end.")
        private Path test = Path.of("");

        @Option(
                names = "--tags",
                paramLabel = "FILE",
                description =
                        "Lines of: user item tag. What a user says of an item that is tested on them is withheld.")
        private @Nullable Path tags;

        @Option(names = "--friends", paramLabel = "FILE", description = "Lines of: user user.")
        private @Nullable Path friends;

        TestData.Files data() {
            return new TestData.Files(
                    train,
                    test,
                    Optional.empty(),
                    false,
                    Optional.ofNullable(tags),
                    Optional.ofNullable(friends));
        }
    }

    TuneCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TuneRequest request =
                new TuneRequest(
                        name,
                        algorithm,
                        training.sets(),
                        search,
                        limits(),
                        training.selection(),
                        fresh,
                        Optional.ofNullable(journal));
        request.spaces();
        TuneResult result;
        try (Session session = new Session(terminal, running.seed(), running.threads())) {
            result = tune(request, session);
        }
        if (common.json()) {
            terminal.out().println(Json.of(result));
        } else {
            new TuneTables(terminal).show(result);
        }
        return ExitCodes.OK;
    }

    private TuneResult tune(TuneRequest request, Session session) {
        TuneTables tables = new TuneTables(terminal);
        if (data != null && data.files != null) {
            return Segue.tune(request, data.files.data(), tables.teller(session), session.run());
        }
        Optional<Double> holdout = Optional.ofNullable(data).map(part -> part.holdout);
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("tune"))) {
            return segue.tune(request, holdout, tables.teller(session), session.run());
        }
    }

    private TuneRequest.Limits limits() {
        if (trials == null && time == null) {
            return new TuneRequest.Limits(USUAL_TRIALS, USUAL_TIME);
        }
        return new TuneRequest.Limits(
                trials == null ? Integer.MAX_VALUE : trials,
                time == null ? ENDLESS : duration(time));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--time is written 90s, 10m or 1h30m, found '%s'".formatted(text), e);
        }
    }
}
