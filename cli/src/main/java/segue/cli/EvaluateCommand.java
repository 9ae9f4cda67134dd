package segue.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.train.EvaluationResult;
import segue.engine.train.TestData;
import segue.engine.train.TrainRequest;

/// `segue evaluate`
@Command(
        name = "evaluate",
        description = {
            "Measure how well an algorithm ranks what it has not seen. The whole catalogue is",
            "ranked for every listener with test items, their training items left out."
        },
        footer = {
            "",
            "Example:  segue evaluate als --holdout 0.2",
            "          segue evaluate als --set rank=64 --train train.tsv --test test.tsv"
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private TrainingOptions training = new TrainingOptions();
    @Mixin private RunOptions running = new RunOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "ALGORITHM",
            completionCandidates = AlgorithmNames.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private String algorithm = "";

    @ArgGroup(exclusive = true)
    private @Nullable Data data;

    @Option(names = "-k", paramLabel = "K", description = "Length of the lists. Default: 10.")
    private int k = 10;

    /// What is tested on.
    static final class Data {
        @Option(
                names = "--holdout",
                paramLabel = "SHARE",
                description =
                        "Share of each listener's items held out of the library. Default: 0.2.")
        private double holdout = .2;

        @ArgGroup(exclusive = false)
        private @Nullable Files files;
    }

    /// Two plain files.
    static final class Files {
        @Option(
                names = "--train",
                paramLabel = "FILE",
                required = true,
                description = "Lines of: user item value. No library is touched.")
        private Path train = Path.of("");

        @Option(
                names = "--test",
                paramLabel = "FILE",
                required = true,
                description = "Lines of: user item value.")
        private Path test = Path.of("");
    }

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (k < 1) {
            throw new IllegalArgumentException("-k must be at least 1, is " + k);
        }
        TrainRequest request = training.request(algorithm, "");
        request.build();
        EvaluationResult result;
        try (Session session = new Session(terminal, running.seed(), running.threads())) {
            result = evaluate(request, session);
        }
        if (common.json()) {
            terminal.out().println(Json.of(result));
        } else {
            show(result);
        }
        return ExitCodes.OK;
    }

    private EvaluationResult evaluate(TrainRequest request, Session session) {
        if (data != null && data.files != null) {
            return Segue.evaluate(
                    request,
                    new TestData.Files(data.files.train, data.files.test),
                    k,
                    session.run());
        }
        TestData.Holdout holdout = new TestData.Holdout(data == null ? .2 : data.holdout);
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("evaluate"))) {
            return segue.evaluate(request, holdout, k, session.run());
        }
    }

    private void show(EvaluationResult result) {
        terminal.out()
                .println(
                        "%s on %s test cells of %s listeners, ranking %s items:"
                                .formatted(
                                        terminal.bold(result.algorithm()),
                                        Table.count(result.testCells()),
                                        Table.count(result.users()),
                                        Table.count(result.items())));
        Table table = new Table("", ">");
        result.metrics().forEach((metric, value) -> table.row(metric, Table.metric(value)));
        table.row("train", Table.seconds(result.trainSeconds()));
        table.row("rank", Table.seconds(result.rankSeconds()));
        table.print(terminal);
        result.notes().forEach(note -> terminal.out().println("  " + note));
    }
}
