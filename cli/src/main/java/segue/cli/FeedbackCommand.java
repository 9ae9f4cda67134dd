package segue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.engine.Segue;
import segue.library.Feedback;
import segue.library.Items;

/// `segue feedback`
@Command(
        name = "feedback",
        description = {
            "Say what a listener thinks of an artist or a track. It counts at once, without",
            "training: likes as some plays, skips against what is alike, and what is banned is",
            "never shown again. What is said last holds."
        },
        footer = {
            "",
            "Example:  segue feedback like --listener 50 Björk",
            "          segue feedback ban --listener 50 --on tracks \"Barbie Girl\""
        })
final class FeedbackCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(index = "0", paramLabel = "like|skip|ban", description = "What they think.")
    private Feedback feedback = Feedback.LIKE;

    @Parameters(index = "1", paramLabel = "NAME", description = "The artist or track.")
    private String name = "";

    @Option(
            names = "--listener",
            paramLabel = "ID",
            required = true,
            description = "Whose opinion it is.")
    private String listener = "";

    @Option(
            names = "--on",
            paramLabel = "artists|tracks",
            defaultValue = "artists",
            description = "What the name is of. Default: artists.")
    private Items items = Items.ARTISTS;

    FeedbackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("feedback"))) {
            terminal.out().println(segue.feedback(listener, feedback, items, name));
        }
        return ExitCodes.OK;
    }
}
