package segue.engine.map;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import segue.core.math.Matrix;
import segue.core.math.Plane;
import segue.core.model.FactorModel;
import segue.core.model.TrainedModel;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Json;
import segue.engine.tracks.TrackTable;
import segue.library.Library;

/// The maps of a library, computed once and kept in its folder until the library, or the model that
/// an artist map is of, is another one. Thread-safe: one computes, others wait.
public final class Maps {

    private final Library library;
    private final Path folder;
    private final ReentrantLock computing = new ReentrantLock();

    public Maps(Library library) {
        this.library = library;
        this.folder = library.folder().resolve("map");
    }

    /// Places of all tracks whose sound or features are known.
    ///
    /// @throws SegueException.NotFound if nothing is known of any
    public MusicMap tracks(TrackTable table, Colour colour, Run run) {
        Places places =
                kept(
                        "tracks",
                        library.stamp(),
                        stamp -> laidOut(stamp, Points.ofTracks(library, table), run));
        return Coloured.tracks(places, colour, table, library);
    }

    /// Places of the artists of a model.
    ///
    /// @throws SegueException.NotFound if the model has no factors
    public MusicMap artists(TrainedModel trained, TrackTable table, Colour colour, Run run) {
        if (!(trained.model() instanceof FactorModel model)) {
            throw new SegueException.NotFound(
                    "The model '%s' has no factors to draw a map of; train one with: segue train als"
                            .formatted(trained.manifest().name()));
        }
        String stamp =
                library.stamp()
                        + " "
                        + trained.manifest().name()
                        + " "
                        + trained.manifest().hashCode();
        Places places =
                kept(
                        "artists",
                        stamp,
                        s -> laidOut(s, Points.ofFactors(trained.items(), model), run));
        return Coloured.artists(places, colour, table, library);
    }

    private interface Recipe {
        Places of(String stamp);
    }

    private Places kept(String name, String stamp, Recipe recipe) {
        computing.lock();
        try {
            Path file = folder.resolve(name + ".json");
            Optional<Places> old = read(file).filter(places -> places.stamp().equals(stamp));
            if (old.isPresent()) {
                return old.get();
            }
            Places made = recipe.of(stamp);
            keep(name, file, made);
            return made;
        } finally {
            computing.unlock();
        }
    }

    /// A map that cannot be kept, on a full disk, is shown all the same.
    private void keep(String name, Path file, Places made) {
        try {
            Files.createDirectories(folder);
            Path aside = folder.resolve(name + ".tmp");
            Files.write(aside, Json.line(made).getBytes(StandardCharsets.UTF_8));
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            System.getLogger(Maps.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "the map cannot be kept in %s: %s".formatted(folder, e.getMessage()));
        }
    }

    /// A map that is not there, or cannot be read any more, is made anew.
    private static Optional<Places> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(Json.read(in, Places.class));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Places laidOut(String stamp, Points points, Run run) {
        Matrix plane = Plane.of(points.values(), run);
        float most = 1e-9f;
        for (float value : plane.values()) {
            most = Math.max(most, Math.abs(value));
        }
        List<Float> x = new ArrayList<>();
        List<Float> y = new ArrayList<>();
        for (int row = 0; row < plane.rows(); row++) {
            x.add(Math.round(plane.at(row, 0) / most * 1e5f) / 1e5f);
            y.add(Math.round(plane.at(row, 1) / most * 1e5f) / 1e5f);
        }
        return new Places(stamp, points.method(), points.ids(), x, y);
    }
}
