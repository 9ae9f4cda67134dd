package segue.cli;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.engine.Segue;
import segue.engine.filter.MusicFilter;
import segue.engine.recommend.Recommendation;
import segue.engine.similar.SimilarAnswer;
import segue.engine.sound.AlikeList;

/// `segue similar`
@Command(
        name = "similar",
        description = {
            "Show what is most like an artist, a track or a file: what the same people play, if it is",
            "played enough, else what sounds alike; with --by features what has features alike."
        },
        footer = {
            "",
            "Example:  segue similar Radiohead",
            "          segue similar \"Radiohead - Creep\" --by sound --bpm ±6%% --key compatible",
            "          segue similar new-song.flac"
        })
final class SimilarCommand implements Callable<Integer> {

    /// What likeness is.
    enum By {
        AUTO,
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
            description = {
                "plays, sound, features or auto: plays where enough people have it, else sound.",
                "Default: auto. A file that was never heard is heard now, and not kept."
            })
    private By by = By.AUTO;

    @Option(
            names = "--sound",
            paramLabel = "0..1",
            description = "With auto, how much sound counts beside plays.")
    private @Nullable Double sound;

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
        if (by != By.AUTO && sound != null) {
            throw new IllegalArgumentException("--sound goes with --by auto");
        }
        if (sound != null && !(sound >= 0 && sound <= 1)) {
            throw new IllegalArgumentException("--sound must be 0..1, is " + sound);
        }
        if (by == By.PLAYS && !filter.equals(MusicFilter.NONE)) {
            throw new IllegalArgumentException("filters need --by sound or --by features");
        }
        if ((by == By.SOUND || by == By.FEATURES) && !model.isEmpty()) {
            throw new IllegalArgumentException(
                    "--by %s needs no model: leave out --model %s"
                            .formatted(by.name().toLowerCase(Locale.ROOT), model));
        }
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("similar"))) {
            switch (by) {
                case AUTO -> {
                    OptionalDouble share =
                            sound == null ? OptionalDouble.empty() : OptionalDouble.of(sound);
                    show(segue.similar(name, n, model, share, filter));
                }
                case SOUND -> {
                    AlikeList list = segue.sounds().similar(name, n, filter);
                    AlikeLines.show(list, "Sounds like " + list.subject(), common.json(), terminal);
                }
                case FEATURES ->
                        FeatureLines.matches(
                                segue.insights().categories().similar(name, n, filter),
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

    /// The way goes to stderr, so that it reaches people but not programs.
    private void show(SimilarAnswer answer) {
        terminal.err().println(answer.way());
        switch (answer) {
            case SimilarAnswer.ByPlays(_, Recommendation list) ->
                    RankedLines.show(list, "Like " + list.subject(), common.json(), terminal);
            case SimilarAnswer.BySound(_, AlikeList list) ->
                    AlikeLines.show(list, "Sounds like " + list.subject(), common.json(), terminal);
            case SimilarAnswer.ByBoth(_, AlikeList list) ->
                    AlikeLines.show(list, "Like " + list.subject(), common.json(), terminal);
        }
    }
}
