package segue.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.sound.DuplicateGroup;

/// `segue duplicates`
@Command(
        name = "duplicates",
        description = {
            "Show recordings that are there more than once, by their sound: also in another format,",
            "at another bit rate or under another name. The best copy comes first; nothing is deleted."
        },
        footer = {"", "Example:  segue duplicates"})
final class DuplicatesCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    DuplicatesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunOptions usual = new RunOptions();
        try (Segue segue =
                        Segue.openExisting(
                                common.library(terminal), CommonOptions.options("duplicates"));
                Session session = new Session(terminal, usual.seed(), usual.threads())) {
            List<DuplicateGroup> groups = segue.duplicates(session.run());
            session.clear();
            if (common.json()) {
                terminal.out().println(Json.of(groups));
            } else {
                show(groups);
            }
        }
        return ExitCodes.OK;
    }

    private void show(List<DuplicateGroup> groups) {
        if (groups.isEmpty()) {
            terminal.out().println("No recording is there twice.");
            return;
        }
        for (DuplicateGroup group : groups) {
            terminal.out().println(terminal.bold(group.name()));
            Table table = new Table("", ">", ">", ">", "");
            for (DuplicateGroup.Copy copy : group.copies()) {
                table.row(
                        copy.codec(),
                        copy.bitRate() == 0
                                ? ""
                                : String.format(Locale.ROOT, "%d kbit/s", copy.bitRate() / 1000),
                        Table.size(copy.bytes()),
                        length(copy.durationSeconds()),
                        copy.path());
            }
            table.print(terminal);
        }
        terminal.out()
                .println(
                        "%s there more than once; all but the best copies take %s."
                                .formatted(
                                        groups.size() == 1
                                                ? "1 recording is"
                                                : Table.count(groups.size()) + " recordings are",
                                        Table.size(
                                                groups.stream()
                                                        .mapToLong(DuplicateGroup::spareBytes)
                                                        .sum())));
    }

    private static String length(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
