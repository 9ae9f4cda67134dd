package segue.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.mood.MoodWords;

/// `segue moods`
@Command(
        name = "moods",
        description = "List the moods to ask for, and how they are defined.",
        footer = {
            "",
            "Example:  segue moods",
            "          segue recommend --mood calm --listener 50"
        })
final class MoodsCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    MoodsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<MoodWords> moods = Segue.moods();
        if (common.json()) {
            terminal.out().println(Json.of(moods));
        } else {
            Table table = new Table("mood", "what it is");
            moods.forEach(mood -> table.row(mood.name(), mood.words()));
            table.print(terminal);
        }
        return ExitCodes.OK;
    }
}
