package segue.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import segue.core.run.Run;
import segue.engine.Segue;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

/// A small library: 40 listeners, two camps of ten artists each.
final class Small {

    private Small() {}

    static final Commands NO_COMMANDS = (command, out, err, stops) -> 1;

    static Segue library(Path folder) throws IOException {
        StringBuilder plays = new StringBuilder("listener,artist,track,plays\n");
        for (int listener = 0; listener < 40; listener++) {
            for (int i = 0; i < 6; i++) {
                int artist = (listener + i * i) % 10 + 10 * (listener % 2);
                plays.append("l%d,Artist %d,Song %d,%d\n".formatted(listener, artist, i, 9 - i));
            }
        }
        Path file = Files.writeString(folder.resolve("plays.csv"), plays);
        Segue segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
        segue.importPlays(file, PlaysFormat.DEFAULTS, Run.quiet(1));
        return segue;
    }

    static ServerOptions options(Path folder) {
        return ServerOptions.DEFAULTS
                .withPort(0)
                .withImportFolders(List.of(folder.resolve("inbox")));
    }
}
