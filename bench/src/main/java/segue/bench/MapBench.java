package segue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import segue.core.math.Matrix;
import segue.core.math.Plane;
import segue.core.run.Run;
import segue.engine.map.Points;
import segue.engine.tracks.TrackTable;
import segue.library.Library;
import segue.library.LibraryOptions;

/// How many of the ten nearest neighbours a map keeps, against principal components. Argument: a
/// CSV file of audio features.
public final class MapBench {

    private MapBench() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("map-bench");
        try (Library library = Library.open(folder, LibraryOptions.DEFAULTS)) {
            library.importFeatures(Path.of(args[0]), .1, Run.quiet(1));
            Points points = Points.ofFeatures(TrackTable.of(library));
            Run run = Run.quiet(42);
            long started = System.nanoTime();
            Matrix principal = Plane.principal(points.values());
            tell("principal components", points, principal, started);
            started = System.nanoTime();
            tell("layout", points, Plane.of(points.values(), run), started);
        }
    }

    private static void tell(String what, Points points, Matrix plane, long started) {
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d points, %d numbers, %.1f s, %s of the 10 nearest kept%n",
                what,
                points.ids().size(),
                points.values().columns(),
                seconds,
                String.format(
                        Locale.ROOT, "%.3f", Plane.kept(points.values(), plane, 10, Run.quiet(1))));
    }
}
