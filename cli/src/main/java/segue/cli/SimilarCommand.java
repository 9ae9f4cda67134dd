package segue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.engine.Segue;
import segue.engine.recommend.Recommendation;

/// `segue similar`
@Command(
        name = "similar",
        description = "Show what is most like an artist (or a track, if the model ranks tracks).",
        footer = {"", "Example:  segue similar Radiohead"})
final class SimilarCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", description = "The artist or track.")
    private String name = "";

    @Option(names = "-n", paramLabel = "N", description = "How many. Default: 10.")
    private int n = 10;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "Which model. Default: the newest.")
    private String model = "";

    SimilarCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (n < 1) {
            throw new IllegalArgumentException("-n must be at least 1, is " + n);
        }
        Recommendation list;
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("similar"))) {
            list = segue.recommender(model).similar(name, n);
        }
        RankedLines.show(list, "Like " + list.subject(), common.json(), terminal);
        return ExitCodes.OK;
    }
}
