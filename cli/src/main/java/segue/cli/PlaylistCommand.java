package segue.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.playlist.Playlist;
import segue.engine.playlist.PlaylistFile;
import segue.engine.playlist.Playlists;
import segue.engine.recommend.Ask;
import segue.library.Kind;
import segue.library.browse.PlaylistEntry;
import segue.library.browse.PlaylistHead;

/// `segue playlist`
@Command(
        name = "playlist",
        description = "Show, make, change and export playlists.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example:  segue playlist save \"Late night\" \"Radiohead - Creep\" \"Björk - Army of Me\"",
            "          segue playlist export \"Late night\" -o late-night.m3u8"
        })
final class PlaylistCommand {

    private final Terminal terminal;

    // The command line parser writes it, and acts on it.
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    PlaylistCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "All playlists, own ones first.")
    int list(
            @Mixin CommonOptions common,
            @Option(names = "-n", paramLabel = "N", description = "How many. Default: 50.")
                    @Nullable Integer n) {
        List<PlaylistHead> heads = ask(common, lists -> lists.list("", 0, n == null ? 50 : n));
        if (common.json()) {
            terminal.out().println(Json.of(heads));
            return ExitCodes.OK;
        }
        if (heads.isEmpty()) {
            terminal.out()
                    .println("No playlist yet. Make one with: segue playlist save NAME TRACK…");
            return ExitCodes.OK;
        }
        Table table = new Table("id", "name", ">entries", "changed");
        for (PlaylistHead head : heads) {
            table.row(
                    head.id(),
                    head.name(),
                    Table.count(head.size()),
                    head.changed().map(Table::minute).orElse("imported"));
        }
        table.print(terminal);
        return ExitCodes.OK;
    }

    @Command(name = "show", description = "What stands in a playlist.")
    int show(
            @Mixin CommonOptions common,
            @Parameters(paramLabel = "PLAYLIST", description = "Its id or name.") String which) {
        return show(ask(common, lists -> lists.get(which)), common);
    }

    @Command(name = "save", description = "Make a playlist of tracks (or artists).")
    int save(
            @Mixin CommonOptions common,
            @Parameters(index = "0", paramLabel = "NAME", description = "What it is called.")
                    String name,
            @Parameters(index = "1..*", paramLabel = "TRACK", description = "What stands in it.")
                    @Nullable List<String> tracks,
            @Option(names = "--artists", description = "The names are those of artists.")
                    boolean artists) {
        Kind kind = artists ? Kind.ARTIST : Kind.TRACK;
        List<String> names = tracks == null ? List.of() : tracks;
        return show(
                ask(common, lists -> lists.create(name, "", "", lists.named(names, kind))), common);
    }

    @Command(name = "add", description = "Put tracks at the end of a playlist.")
    int add(
            @Mixin CommonOptions common,
            @Parameters(index = "0", paramLabel = "PLAYLIST", description = "Its id or name.")
                    String which,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "TRACK",
                            description = "What comes to it.")
                    List<String> tracks) {
        return show(
                ask(common, lists -> lists.add(which, lists.named(tracks, Kind.TRACK))), common);
    }

    @Command(name = "rename", description = "Call a playlist something else.")
    int rename(
            @Mixin CommonOptions common,
            @Parameters(index = "0", paramLabel = "PLAYLIST", description = "Its id or name.")
                    String which,
            @Parameters(index = "1", paramLabel = "NAME", description = "The new name.")
                    String name) {
        return show(ask(common, lists -> lists.rename(which, name)), common);
    }

    @Command(
            name = "refresh",
            description = "Make a playlist of segue recommend --save anew, of the same wish.")
    int refresh(
            @Mixin CommonOptions common,
            @Parameters(paramLabel = "PLAYLIST", description = "Its id or name.") String which) {
        Playlist made;
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("playlist"))) {
            made = segue.recipes().refresh(which, Run.quiet(Ask.DEFAULTS.seed()));
        }
        return show(made, common);
    }

    @Command(name = "delete", description = "Take a playlist away; see restore.")
    int delete(
            @Mixin CommonOptions common,
            @Parameters(paramLabel = "PLAYLIST", description = "Its id or name.") String which) {
        String id =
                ask(
                        common,
                        lists -> {
                            String deleted = lists.get(which).head().id();
                            lists.delete(deleted);
                            return deleted;
                        });
        terminal.out()
                .println(
                        "Deleted. For thirty days it comes back with: segue playlist restore "
                                + id);
        return ExitCodes.OK;
    }

    @Command(name = "restore", description = "Bring a deleted playlist back.")
    int restore(
            @Mixin CommonOptions common,
            @Parameters(paramLabel = "ID", description = "Its id.") String id) {
        return show(ask(common, lists -> lists.restore(id)), common);
    }

    @Command(
            name = "export",
            description = "Write a playlist as M3U8 (for players), CSV or JSPF, by the name's end.")
    int export(
            @Mixin CommonOptions common,
            @Parameters(paramLabel = "PLAYLIST", description = "Its id or name.") String which,
            @Option(
                            names = {"-o", "--output"},
                            paramLabel = "FILE",
                            required = true,
                            description = "A name ending with .m3u8, .csv or .jspf.")
                    Path file) {
        String name = file.getFileName().toString();
        PlaylistFile format = PlaylistFile.parse(name.substring(name.lastIndexOf('.') + 1));
        Playlist playlist = ask(common, lists -> lists.get(which));
        try {
            Files.writeString(file, format.write(playlist.head().name(), playlist.items()));
        } catch (IOException e) {
            throw new SegueException.Failed("%s cannot be written".formatted(file), e);
        }
        long missing = playlist.items().stream().filter(entry -> entry.path().isEmpty()).count();
        terminal.out()
                .println(
                        "Wrote %d entries to %s%s"
                                .formatted(
                                        playlist.items().size(),
                                        file,
                                        format == PlaylistFile.M3U8 && missing > 0
                                                ? "; %d have no file here and stand as remarks"
                                                        .formatted(missing)
                                                : ""));
        return ExitCodes.OK;
    }

    private <T> T ask(CommonOptions options, Function<Playlists, T> question) {
        try (Segue segue =
                Segue.openExisting(options.library(terminal), CommonOptions.options("playlist"))) {
            return question.apply(segue.playlists());
        }
    }

    private int show(Playlist playlist, CommonOptions options) {
        if (options.json()) {
            terminal.out().println(Json.of(playlist));
            return ExitCodes.OK;
        }
        terminal.out()
                .println(
                        terminal.bold(playlist.head().name())
                                + "  %s, %d entries, %s"
                                        .formatted(
                                                playlist.head().id(),
                                                playlist.items().size(),
                                                Table.seconds(playlist.seconds())));
        Table table = new Table(">", "", ">");
        for (PlaylistEntry entry : playlist.items()) {
            table.row(
                    String.valueOf(table.size() + 1),
                    entry.label(),
                    entry.durationSeconds() == 0
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    "%d:%02d",
                                    (int) entry.durationSeconds() / 60,
                                    (int) entry.durationSeconds() % 60));
        }
        table.print(terminal);
        return ExitCodes.OK;
    }
}
