package segue.engine.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import segue.audio.compose.Piece;
import segue.audio.compose.Stereo;
import segue.audio.compose.Synthesizer;
import segue.audio.decode.AudioWriter;
import segue.core.math.Parallel;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// Records the hits of the most famous artists of a world, and what every third of them will bring
/// out next, as music files with tags, the way people have them: `Artist/Album/01 Title.flac`.
final class Studio {

    private static final double SECONDS = 20;
    private static final int HITS = 2;

    /// One of so many is new.
    private static final int NEW = 6;

    private static final int FIRST_YEAR = 1990;
    private static final int YEARS = 35;

    private final World world;
    private final Path folder;
    private final Run run;
    private final Synthesizer synthesizer = new Synthesizer();

    /// @param folder is made
    Studio(World world, Path folder, Run run) {
        this.world = world;
        this.folder = folder;
        this.run = run;
    }

    /// Something to record.
    private record Take(World.Artist artist, int number) {}

    /// Records so many tracks, equally many of each genre, on as many threads as the run has.
    ///
    /// @return in the order of fame
    /// @throws SegueException.Cancelled when asked to stop
    List<Composed> record(int tracks) {
        List<Take> takes = takes(tracks);
        List<Composed> composed = new ArrayList<>(Collections.nCopies(takes.size(), null));
        AtomicInteger done = new AtomicInteger();
        Parallel.rows(
                takes.size(),
                1,
                run,
                () ->
                        (from, to) -> {
                            for (int i = from; i < to; i++) {
                                composed.set(i, record(takes.get(i)));
                                run.report("compose", done.incrementAndGet(), takes.size(), "");
                            }
                        });
        return List.copyOf(composed);
    }

    private List<Take> takes(int tracks) {
        List<Take> takes = new ArrayList<>();
        Genre[] genres = Genre.values();
        for (int i = 0; i < tracks; i++) {
            Genre genre = genres[i % genres.length];
            int place = i / genres.length;
            List<World.Artist> artists =
                    world.artists().stream().filter(artist -> artist.genre() == genre).toList();
            World.Artist artist = artists.get(place / HITS);
            int number = place % NEW == 1 ? artist.tracks().size() - 1 : place % HITS;
            takes.add(new Take(artist, number));
        }
        return takes;
    }

    private Composed record(Take take) {
        World.Artist artist = take.artist();
        String title = artist.tracks().get(take.number());
        Piece piece = artist.sound().track(take.number(), SECONDS);
        Stereo sound = synthesizer.render(piece);
        SplittableRandom random = new SplittableRandom(artist.sound().palette());
        String album = new InventedNames(new Draw(random)).track();
        String number = "%02d".formatted(take.number() + 1);
        Path file =
                folder.resolve(artist.name())
                        .resolve(album)
                        .resolve(number + " " + title + ".flac");
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new SegueException.Failed(
                    "The music could not be written to " + folder + ": " + e.getMessage(), e);
        }
        Map<String, String> tags =
                Map.of(
                        "title", title,
                        "artist", artist.name(),
                        "album", album,
                        "track", Integer.toString(take.number() + 1),
                        "genre", artist.genre().word(),
                        "date", Integer.toString(FIRST_YEAR + random.nextInt(YEARS)));
        AudioWriter.write(file, Synthesizer.SAMPLE_RATE, tags, sound.left(), sound.right());
        return new Composed(
                file, artist, title, piece.style(), piece.bpm(), piece.key(), sound.seconds());
    }
}
