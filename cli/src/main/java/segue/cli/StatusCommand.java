package segue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import segue.engine.Json;
import segue.engine.Overview;
import segue.engine.Segue;
import segue.library.Status;

/// `segue status`
@Command(
        name = "status",
        description = "Show what is in the library and what was trained on it.",
        footer = {"", "Example:  segue status"})
final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("status"))) {
            Overview overview = segue.status();
            if (common.json()) {
                terminal.out().println(Json.of(overview));
            } else {
                show(overview);
            }
        }
        return ExitCodes.OK;
    }

    private void show(Overview overview) {
        Status status = overview.status();
        terminal.out().println(terminal.bold(overview.library()));
        Table counts = new Table("", ">", "");
        counts.row("listeners", Table.count(status.listeners()), "");
        counts.row(
                "artists",
                Table.count(status.artists()),
                filled(status.artistPairs(), status.artistDensity()));
        counts.row(
                "tracks",
                Table.count(status.tracks()),
                filled(status.trackPairs(), status.trackDensity()));
        counts.row("plays", Table.count(Math.round(status.plays())), dates(status));
        counts.row(
                "tags",
                Table.count(status.tags()),
                "given " + Table.count(status.taggings()) + " times");
        counts.row("friendships", Table.count(status.friendships()), "");
        counts.row(
                "playlists",
                Table.count(status.playlists()),
                Table.count(status.playlistEntries()) + " entries");
        counts.row(
                "tracks with features",
                Table.count(status.featuredTracks()),
                overview.categories()
                        .map(when -> "categories trained " + Table.day(when))
                        .orElse(""));
        Status.Files files = status.files();
        counts.row(
                "files heard",
                Table.count(files.heard()),
                "%.1f hours; %s failed, %s gone"
                        .formatted(
                                files.seconds() / 3600,
                                Table.count(files.failed()),
                                Table.count(files.gone())));
        counts.row("on disk", Table.size(status.bytes()), "");
        counts.print(terminal);
        if (!status.sources().isEmpty()) {
            terminal.out().println();
            Table sources =
                    new Table("imported", "kind", ">read", ">kept", ">there", ">rejected", "from");
            for (Status.Source source : status.sources()) {
                sources.row(
                        Table.day(source.finished()),
                        source.kind(),
                        Table.count(source.read()),
                        Table.count(source.kept()),
                        Table.count(source.duplicates()),
                        Table.count(source.rejected()),
                        source.path());
            }
            sources.print(terminal);
        }
        terminal.out().println();
        ModelsCommand.show(overview.models(), terminal);
    }

    private static String filled(long pairs, double density) {
        return pairs == 0
                ? ""
                : "%s pairs with listeners, %.2g %% of all"
                        .formatted(Table.count(pairs), density * 100);
    }

    private static String dates(Status status) {
        return status.firstPlay().isPresent() && status.lastPlay().isPresent()
                ? "dated %s to %s"
                        .formatted(
                                Table.day(status.firstPlay().get()),
                                Table.day(status.lastPlay().get()))
                : "";
    }
}
