package segue.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import segue.core.data.Weighting;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.engine.train.TrainRequest;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

/// A library with two circles of taste: listeners r0-r5 play rock, j0-j5 play jazz, each all but
/// one artist of their circle.
public final class Fixture {

    public static final TrainRequest SMALL =
            TrainRequest.DEFAULTS
                    .withWeighting(new Weighting.Log1p())
                    .withSettings(
                            Map.of(
                                    "rank", "4",
                                    "weighing", "confidence",
                                    "alpha", "5",
                                    "regularization", "1"));

    private Fixture() {}

    public static Segue library(Path folder) throws IOException {
        Path plays = Files.writeString(folder.resolve("plays.csv"), plays());
        Segue segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
        segue.importPlays(plays, PlaysFormat.DEFAULTS, run());
        return segue;
    }

    public static Run run() {
        return new Run(42, 2, Progress.NONE);
    }

    private static String plays() {
        StringBuilder csv = new StringBuilder("listener,artist,plays\n");
        String[] circles = {"Rock", "Jäzz"};
        for (String circle : circles) {
            for (int listener = 0; listener < 6; listener++) {
                for (int artist = 0; artist < 6; artist++) {
                    if (artist != listener) {
                        csv.append(circle.toLowerCase(Locale.ROOT).charAt(0))
                                .append(listener)
                                .append(',')
                                .append(circle)
                                .append(" Band ")
                                .append("ABCDEF".charAt(artist))
                                .append(',')
                                .append(3 + artist)
                                .append('\n');
                    }
                }
            }
        }
        return csv.toString();
    }
}
