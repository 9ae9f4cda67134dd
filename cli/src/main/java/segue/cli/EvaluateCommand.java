package segue.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.context.ContextEvaluation;
import segue.engine.context.ContextResult;
import segue.engine.evaluate.EvaluateRequest;
import segue.engine.evaluate.EvaluationCsv;
import segue.engine.evaluate.EvaluationTable;
import segue.engine.evaluate.HtmlReport;
import segue.engine.evaluate.TestData;

/// `segue evaluate`
@Command(
        name = "evaluate",
        description = {
            "Measure how well algorithms rank what they have not seen. The whole catalogue is",
            "ranked for every listener with test items, their training items left out. Several",
            "algorithms are compared on the same test; ≈ marks differences within noise."
        },
        footer = {
            "",
            "Example:  segue evaluate als --holdout 0.2",
            "          segue evaluate als als/rank=64 item-knn popular -k 5,10,20 --html report.html",
            "          segue evaluate all --split cold-listeners",
            "          segue evaluate als --context",
            "          segue evaluate content item-knn/from=features random --cold 0.2 -k 10,500",
            "          segue evaluate als --set rank=64 --train train.tsv --test test.tsv"
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private TrainingOptions training = new TrainingOptions();
    @Mixin private SplitOptions split = new SplitOptions();
    @Mixin private RunOptions running = new RunOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "ALGORITHM",
            arity = "1..*",
            completionCandidates = AlgorithmNames.class,
            description = {
                "One or several of: ${COMPLETION-CANDIDATES};",
                "settings may follow: als/rank=64/weight=binary. 'all': every one."
            })
    private List<String> algorithms = List.of();

    @Option(
            names = "-k",
            paramLabel = "K",
            split = ",",
            description = "Length of the lists, also several: 5,10,20. Default: 10.")
    private List<Integer> ks = List.of(10);

    @Option(
            names = "--auc",
            negatable = true,
            description = "Measure AUC too. Default: where it is little work.")
    private @Nullable Boolean auc;

    @Option(
            names = "--context",
            description = {
                "Measure what it helps to know the hour: lists for each hour in which somebody",
                "played something later, with and without the time of day, weekday and month."
            })
    private boolean context;

    @Option(names = "--csv", description = "Answer in CSV, one figure a line.")
    private boolean csv;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write a report with charts: one page that needs nothing else.")
    private @Nullable Path html;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (csv && common.json()) {
            throw new IllegalArgumentException("--csv and --json exclude each other");
        }
        if (context) {
            return context();
        }
        EvaluateRequest request =
                new EvaluateRequest(
                        EvaluateRequest.Candidate.parse(algorithms, training.request("als", "")),
                        ks.stream().sorted().distinct().toList(),
                        Optional.ofNullable(auc),
                        split.out());
        EvaluationTable table;
        try (Session session = new Session(terminal, running.seed(), running.threads())) {
            table = evaluate(request, session);
        }
        if (html != null) {
            write(html, HtmlReport.of(table));
        }
        show(table);
        return table.results().isEmpty() ? ExitCodes.FAILED : ExitCodes.OK;
    }

    private int context() {
        if (csv || html != null || auc != null || algorithms.size() != 1 || ks.size() != 1) {
            throw new IllegalArgumentException(
                    "--context takes one algorithm and one -k, and none of --csv, --html, --auc");
        }
        ContextEvaluation evaluation =
                new ContextEvaluation(
                        EvaluateRequest.Candidate.parse(algorithms, training.request("als", ""))
                                .getFirst()
                                .request(),
                        split.latest(),
                        ks.getFirst());
        ContextResult result;
        try (Session session = new Session(terminal, running.seed(), running.threads());
                Segue segue =
                        Segue.openExisting(
                                common.library(terminal), CommonOptions.options("evaluate"))) {
            result = segue.evaluateContext(evaluation, session.run());
        }
        if (common.json()) {
            terminal.out().println(Json.of(result));
        } else {
            ContextView.show(result, terminal);
        }
        return ExitCodes.OK;
    }

    private EvaluationTable evaluate(EvaluateRequest request, Session session) {
        return switch (split.data()) {
            case TestData.Files files -> Segue.evaluate(files, request, session.run());
            case TestData.Parts parts -> {
                try (Segue segue =
                        Segue.openExisting(
                                common.library(terminal), CommonOptions.options("evaluate"))) {
                    yield segue.evaluate(parts, request, session.run());
                }
            }
        };
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private void show(EvaluationTable table) {
        if (csv) {
            terminal.out().print(EvaluationCsv.of(table));
        } else if (common.json()) {
            terminal.out()
                    .println(
                            Json.of(
                                    table.results().size() == 1 && table.failures().isEmpty()
                                            ? table.results().getFirst()
                                            : table.results()));
        } else {
            new EvaluationView(table, terminal).show();
            if (html != null) {
                terminal.out().println("  Report: " + html);
            }
        }
        table.failures()
                .forEach(
                        failure ->
                                terminal.err()
                                        .println(
                                                "segue: %s: %s"
                                                        .formatted(
                                                                failure.label(),
                                                                failure.reason())));
    }
}
