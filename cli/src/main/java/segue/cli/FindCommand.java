package segue.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.names.NameHit;
import segue.library.Kind;

/// `segue find`
@Command(
        name = "find",
        description = {
            "Find artists, tracks, listeners and tags by the beginnings of their words; accents and",
            "typing errors do not matter."
        },
        footer = {
            "",
            "Example:  segue find radioh",
            "          segue find bjork army --kind track"
        })
final class FindCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "What to look for.")
    private List<String> text = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only artist, track, listener or tag. May be given more than once.")
    private List<Kind> kinds = new ArrayList<>();

    @Option(names = "-n", paramLabel = "N", description = "How many. Default: 10.")
    private int n = 10;

    FindCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (n < 1) {
            throw new IllegalArgumentException("-n must be at least 1, is " + n);
        }
        String typed = String.join(" ", text);
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("find"))) {
            List<NameHit> hits = segue.explore().names().search(typed, kinds, n);
            if (common.json()) {
                terminal.out().println(Json.of(hits));
                return ExitCodes.OK;
            }
            if (hits.isEmpty()) {
                terminal.out().println("Nothing is called anything like '%s'.".formatted(typed));
                return ExitCodes.OK;
            }
            Table table = new Table("", "", "");
            hits.forEach(hit -> table.row(hit.kind(), hit.label(), hit.id()));
            table.print(terminal);
        }
        return ExitCodes.OK;
    }
}
