package segue.cli;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.audio.neural.NetworkSettings;
import segue.core.train.Settings;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.features.Categories;
import segue.engine.features.CategoryTrainer;
import segue.engine.features.ContentNmf;
import segue.engine.features.FeaturesRequest;
import segue.engine.train.TrainRequest;
import segue.engine.train.Trained;

/// `segue train`
@Command(
        name = "train",
        description = "Learn a model from the library.",
        footer = {
            "",
            "Example:  segue train als",
            "          segue train als --of playlists --on tracks --set rank=64 --min-listeners 5",
            "          segue train content --on tracks"
        })
final class TrainCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private TrainingOptions training = new TrainingOptions();
    @Mixin private RunOptions running = new RunOptions();
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(
            paramLabel = "ALGORITHM",
            completionCandidates = AlgorithmNames.class,
            description = {
                "One of: ${COMPLETION-CANDIDATES}; or content-nmf: categories of audio features;",
                "or listener: a network that learns to tell the tracks that were heard apart,",
                "whose embeddings 'content' then uses too."
            })
    private String algorithm = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description =
                    "What the model is called. Default: the algorithm. Replaces one of that name.")
    private String name = "";

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return switch (algorithm) {
            case ContentNmf.NAME -> categories();
            case "listener" -> listener();
            default -> model();
        };
    }

    private int listener() {
        if (!name.isEmpty()) {
            throw new IllegalArgumentException(
                    "the listener has no name: leave out --name " + name);
        }
        NetworkSettings settings =
                (NetworkSettings) Settings.with(NetworkSettings.DEFAULTS, training.sets());
        long started = System.nanoTime();
        int files;
        SortedMap<String, Double> metrics;
        try (Segue segue =
                        Segue.openExisting(
                                common.library(terminal), CommonOptions.options("train"));
                Session session = new Session(terminal, running.seed(), running.threads())) {
            files = segue.trainListener(settings, session.run());
            metrics = session.run().metrics();
        }
        if (common.json()) {
            terminal.out().println(Json.of(Map.of("files", files, "metrics", metrics)));
            return ExitCodes.OK;
        }
        terminal.out()
                .println(
                        "%s learned to tell %s files apart in %s."
                                .formatted(
                                        terminal.bold("listener"),
                                        Table.count(files),
                                        Table.seconds((System.nanoTime() - started) / 1e9)));
        terminal.out().println("Next: segue train content --on tracks");
        return ExitCodes.OK;
    }

    private int categories() {
        if (!name.isEmpty()) {
            throw new IllegalArgumentException("categories have no name: leave out --name " + name);
        }
        ContentNmf settings = CategoryTrainer.settings(training.sets());
        Categories trained;
        try (Segue segue =
                        Segue.openExisting(
                                common.library(terminal), CommonOptions.options("train"));
                Session session = new Session(terminal, running.seed(), running.threads())) {
            trained =
                    segue.insights()
                            .trainCategories(settings, FeaturesRequest.DEFAULTS, session.run());
        }
        FeatureLines.trained(trained, common.json(), terminal);
        return ExitCodes.OK;
    }

    private int model() {
        TrainRequest request = training.request(algorithm, name);
        request.build();
        Trained trained;
        try (Segue segue =
                        Segue.openExisting(
                                common.library(terminal), CommonOptions.options("train"));
                Session session = new Session(terminal, running.seed(), running.threads())) {
            trained = segue.train(request, session.run());
        }
        if (common.json()) {
            terminal.out().println(Json.of(trained));
        } else {
            show(trained);
        }
        return ExitCodes.OK;
    }

    private void show(Trained trained) {
        terminal.out()
                .println(
                        "%s learned from %s listeners × %s columns (%s cells) in %s%s."
                                .formatted(
                                        terminal.bold(trained.name()),
                                        Table.count(trained.users()),
                                        Table.count(trained.items()),
                                        Table.count(trained.cells()),
                                        Table.seconds(trained.trainSeconds()),
                                        trained.replaced() ? ", replacing the older one" : ""));
        trained.metrics()
                .forEach(
                        (metric, value) ->
                                terminal.out().println("  %s %s".formatted(metric, number(value))));
        terminal.out().println("  " + terminal.dim(trained.file()));
        terminal.out().println("Next: segue recommend --listener ID");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
