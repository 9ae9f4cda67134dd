package segue.engine.context;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import segue.core.run.Run;
import segue.library.Library;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

/// A small log: ten listeners play Dawn at 7 and Dusk at 22, each of three artists, day after day;
/// the owl does it the other way round; "new" played one artist, without a time.
public final class TimedLog {

    private static final int DAYS = 30;

    private TimedLog() {}

    public static Library library(Path folder) throws IOException {
        return of(folder, plays());
    }

    /// Puts the log into a library.
    static void add(Library library, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("more.csv"), plays());
        library.importPlays(file, PlaysFormat.DEFAULTS, Run.quiet(1));
    }

    /// A library of such lines: "time,listener,artist,track".
    public static Library of(Path folder, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("plays.csv"), csv);
        Library library = Library.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
        library.importPlays(file, PlaysFormat.DEFAULTS, Run.quiet(1));
        return library;
    }

    private static String plays() {
        StringBuilder csv = new StringBuilder("time,listener,artist,track\n");
        for (int listener = 0; listener < 11; listener++) {
            boolean owl = listener == 10;
            for (int day = 0; day < DAYS; day++) {
                int of = (listener + day) % 3;
                line(csv, day, owl ? 22 : 7, owl ? "owl" : "l" + listener, "Dawn " + of);
                line(csv, day, owl ? 7 : 22, owl ? "owl" : "l" + listener, "Dusk " + of);
            }
        }
        csv.append(",new,Dawn 0,Song of Dawn 0\n");
        return csv.toString();
    }

    private static void line(StringBuilder csv, int day, int hour, String who, String artist) {
        csv.append(
                "2025-06-%02dT%02d:%02d:00Z,%s,%s,Song of %s%n"
                        .formatted(day + 1, hour, day % 60, who, artist, artist));
    }
}
