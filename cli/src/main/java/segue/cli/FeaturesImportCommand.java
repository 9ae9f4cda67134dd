package segue.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.library.PlaysFormat;

/// `segue import features FILE…`
@Command(
        name = "features",
        description = {
            "Import audio features of tracks from CSV as Spotify tells them (danceability, energy,",
            "key, tempo, …), plain, .gz or .zst. The header says what the columns are. Tracks are",
            "those of plays, by id, else by artist and name; playlists and genres come along."
        },
        footer = {
            "",
            "Example:  segue import features spotify_songs.csv.gz",
            "          segue features --html features.html"
        })
final class FeaturesImportCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "One or more files.")
    private List<Path> files = List.of();

    @Option(
            names = "--max-rejects",
            paramLabel = "SHARE",
            description =
                    "The share of rows that may be broken before the file is refused. Default: 0.1.")
    private double maxRejects = PlaysFormat.DEFAULTS.maxRejects();

    FeaturesImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return ImportCommand.importing(
                terminal,
                common,
                files,
                (segue, run) -> file -> segue.importFeatures(file, maxRejects, run));
    }
}
