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
import segue.engine.recommend.Recommendation;
import segue.engine.recommend.Whom;

/// `segue recommend`
@Command(
        name = "recommend",
        description = "Recommend for a listener, for a few liked names, or for everybody.",
        footer = {
            "",
            "Example:  segue recommend --listener 50",
            "          segue recommend --like Radiohead --like Björk -n 20",
            "          segue recommend --listener 50 --at 2026-11-21T23:00 --activity focus",
            "          segue recommend --all -o lists.parquet"
        })
final class RecommendCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private MomentOptions moment = new MomentOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Receiver whom = new Receiver();

    @Option(names = "-n", paramLabel = "N", description = "How many. Default: 10.")
    private int n = 10;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "Which model. Default: the newest.")
    private String model = "";

    @Option(names = "--known", description = "Keep what they have already.")
    private boolean known;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where --all writes: a name ending with .parquet, .csv or .csv.gz.")
    private @Nullable Path output;

    /// Whom the lists are for.
    static final class Receiver {
        @Option(
                names = "--listener",
                paramLabel = "ID",
                description = "A listener (or playlist) of the library.")
        private @Nullable String listener;

        @Option(
                names = "--like",
                paramLabel = "NAME",
                description = "Someone who likes this; may be repeated.")
        private List<String> like = List.of();

        @Option(names = "--all", description = "Everybody, into the file of -o.")
        private boolean all;
    }

    RecommendCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (n < 1) {
            throw new IllegalArgumentException("-n must be at least 1, is " + n);
        }
        if (whom.all != (output != null)) {
            throw new IllegalArgumentException("--all needs -o FILE, and -o needs --all.");
        }
        if (output != null) {
            everybody(output);
        } else {
            one();
        }
        return ExitCodes.OK;
    }

    private void one() {
        Recommendation list;
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("recommend"))) {
            Whom asked = new Whom(Optional.ofNullable(whom.listener), whom.like, List.of());
            Ask ask =
                    Ask.of(asked)
                            .withN(n)
                            .withKnown(known)
                            .withModel(model)
                            .withMoment(moment.moment());
            list = segue.recommend(ask, Run.quiet(ask.seed()));
        }
        RankedLines.show(list, "For " + list.subject(), common.json(), terminal);
    }

    private void everybody(Path file) {
        if (!moment.moment().isAny()) {
            throw new IllegalArgumentException("--at and --activity do not go with --all.");
        }
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
