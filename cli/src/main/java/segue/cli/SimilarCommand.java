package segue.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.engine.Segue;
import segue.engine.filter.MusicFilter;
import segue.engine.recommend.Recommendation;
import segue.engine.sound.AlikeList;

/// `segue similar`
@Command(
        name = "similar",
        description = {
            "Show what is most like an artist (or a track, if the model ranks tracks): what the same",
            "people play, with --by sound what sounds alike, with --by features what has features alike."
        },
        footer = {
            "",
            "Example:  segue similar Radiohead",
            "          segue similar \"Radiohead - Creep\" --by sound --bpm ±6%% --key compatible"
        })
final class SimilarCommand implements Callable<Integer> {

    /// What likeness is.
    enum By {
        PLAYS,
        SOUND,
        FEATURES
    }

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME", description = "The artist or track; or a file, by sound.")
    private String name = "";

    @Option(names = "-n", paramLabel = "N", description = "How many. Default: 10.")
    private int n = 10;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "plays, sound or features. Default: plays.")
    private By by = By.PLAYS;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "Which model. Default: the newest.")
    private String model = "";

    @ArgGroup(validate = false, heading = "%nWith --by sound or features, only what fits:%n")
    private FilterOptions filters = new FilterOptions();

    SimilarCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (n < 1) {
            throw new IllegalArgumentException("-n must be at least 1, is " + n);
        }
        MusicFilter filter = filters.filter();
        if (by == By.PLAYS && !filter.equals(MusicFilter.NONE)) {
            throw new IllegalArgumentException("filters need --by sound or --by features");
        }
        if (by != By.PLAYS && !model.isEmpty()) {
            throw new IllegalArgumentException(
                    "--by %s needs no model: leave out --model %s"
                            .formatted(by.name().toLowerCase(Locale.ROOT), model));
        }
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("similar"))) {
            switch (by) {
                case SOUND -> {
                    AlikeList list = segue.sounds().similar(name, n, filter);
                    AlikeLines.show(list, "Sounds like " + list.subject(), common.json(), terminal);
                }
                case FEATURES ->
                        FeatureLines.matches(
                                segue.categories().similar(name, n, filter),
                                "Features like ",
                                common.json(),
                                terminal);
                case PLAYS -> {
                    Recommendation list = segue.recommender(model).similar(name, n);
                    RankedLines.show(list, "Like " + list.subject(), common.json(), terminal);
                }
            }
        }
        return ExitCodes.OK;
    }
}
