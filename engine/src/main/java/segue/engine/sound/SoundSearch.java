package segue.engine.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.audio.feature.Timbre;
import segue.core.math.Matrix;
import segue.core.run.SegueException;
import segue.engine.filter.MusicFilter;
import segue.engine.filter.Traits;
import segue.engine.listen.Passing;
import segue.engine.names.Finder;
import segue.library.Library;
import segue.library.sound.HeardTrack;
import segue.library.sound.HeardTracks;

/// Finds what sounds alike. Other files and versions of the seed are left out, and of each song one
/// version is shown.
public final class SoundSearch {

    private static final int REASONS = 3;

    private final Library library;
    private final HeardTracks heard;
    private final List<HeardTrack> tracks;
    private final Places places;
    private final InCommon common;

    /// Reads what the library has heard.
    ///
    /// @throws SegueException.NotFound if that is nothing
    public SoundSearch(Library library) {
        this(library, library.heard());
    }

    private SoundSearch(Library library, HeardTracks heard) {
        if (heard.tracks().isEmpty()) {
            throw new SegueException.NotFound(
                    "The library has heard no music yet. Listen to some with: segue listen FOLDER");
        }
        if (heard.vectors().columns() != Timbre.SIZE) {
            throw new SegueException.Failed(
                    "What the library has heard is of an older Segue. Hear it again with: segue listen FOLDER",
                    null);
        }
        this.library = library;
        this.heard = heard;
        this.tracks = heard.tracks();
        this.places = Places.of(heard.vectors());
        this.common = new InCommon(tracks);
    }

    /// What was heard of each file, by path.
    public Map<String, Traits> traits() {
        return tracks.stream()
                .collect(Collectors.toMap(HeardTrack::path, Heard::traits, (a, _) -> a));
    }

    /// Whether the library has heard this file.
    public boolean hasHeard(Path file) {
        Optional<String> path = path(file.toString());
        return tracks.stream().anyMatch(track -> track.path().equals(path.orElse("")));
    }

    /// The same with a file that the library has not heard: it is heard now, and not kept.
    ///
    /// @throws SegueException.BadInput if it cannot be decoded
    public SoundSearch hearing(Path file) {
        Passing passing = Passing.hear(Path.of(path(file.toString()).orElse(file.toString())));
        List<HeardTrack> more = new ArrayList<>(tracks);
        more.add(passing.track());
        int columns = heard.vectors().columns();
        Matrix vectors = Matrix.zeros(more.size(), columns);
        System.arraycopy(heard.vectors().values(), 0, vectors.values(), 0, tracks.size() * columns);
        System.arraycopy(
                passing.vector().values(), 0, vectors.values(), tracks.size() * columns, columns);
        return new SoundSearch(library, new HeardTracks(more, vectors));
    }

    /// @param name a track as people type it, or the path of its file
    /// @param n how many; fewer only where there are no more
    /// @throws SegueException.NotFound if no such track was heard
    public AlikeList similar(String name, int n, MusicFilter filter) {
        if (n < 1) {
            throw new IllegalArgumentException("-n must be at least 1, is " + n);
        }
        Finder finder = new Finder(library);
        int seed = seed(name, finder);
        HeardTrack track = tracks.get(seed);
        Traits traits = Heard.traits(track);
        MusicFilter.Gate gate = filter.gate(Optional.of(traits));
        List<Alike> items = nearest(seed, n, gate);
        if (items.size() < n) {
            finder.note(
                    "There are no more than %d tracks to choose from%s."
                            .formatted(
                                    items.size(),
                                    filter.equals(MusicFilter.NONE) ? "" : " with these filters"));
        }
        return new AlikeList(track.label(), Heard.words(track.measures()), items, finder.notes());
    }

    private List<Alike> nearest(int seed, int n, MusicFilter.Gate gate) {
        float[] distances = places.distances(seed);
        // Ties by path, which is the order of the tracks.
        int[] order =
                IntStream.range(0, tracks.size())
                        .boxed()
                        .sorted((a, b) -> Float.compare(distances[a], distances[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        Recordings recordings = new Recordings(library);
        HeardTrack track = tracks.get(seed);
        Set<SongName> songs = new HashSet<>(Set.of(song(track)));
        Set<String> ids = new HashSet<>(Set.of(track.track()));
        List<Long> files = new ArrayList<>(List.of(track.file()));
        List<Alike> items = new ArrayList<>();
        for (int row : order) {
            if (items.size() == n) {
                break;
            }
            HeardTrack other = tracks.get(row);
            Traits traits = Heard.traits(other);
            boolean known =
                    ids.contains(other.track())
                            || songs.contains(song(other))
                            || !gate.admits(traits)
                            || files.stream().anyMatch(f -> recordings.same(f, other.file()));
            if (!known && gate.takes(traits)) {
                ids.add(other.track());
                songs.add(song(other));
                files.add(other.file());
                items.add(alike(items.size() + 1, track, other, distances[row]));
            }
        }
        return items;
    }

    private Alike alike(int rank, HeardTrack seed, HeardTrack other, float distance) {
        double bpm = other.measures().bpm();
        double energy = other.measures().energy();
        return new Alike(
                rank,
                other.track(),
                other.label(),
                distance,
                common.of(seed.measures(), other.measures(), REASONS),
                Double.isNaN(bpm) ? 0 : bpm,
                Heard.camelot(other.measures()),
                Double.isNaN(energy) ? 0 : (int) Math.round(energy),
                other.measures().durationSeconds(),
                other.path());
    }

    private static SongName song(HeardTrack track) {
        return SongName.of(track.artist(), track.title());
    }

    /// The best file of the track that is meant.
    private int seed(String name, Finder finder) {
        Optional<String> path = path(name);
        if (path.isPresent()) {
            for (int row = 0; row < tracks.size(); row++) {
                if (tracks.get(row).path().equals(path.get())) {
                    return row;
                }
            }
            throw new SegueException.NotFound(
                    "The library has not heard %s; listen to it with: segue listen FILE"
                            .formatted(path.get()));
        }
        String id = finder.findHeard(name).id();
        int best = -1;
        for (int row = 0; row < tracks.size(); row++) {
            if (tracks.get(row).track().equals(id)
                    && (best < 0 || tracks.get(row).bitRate() > tracks.get(best).bitRate())) {
                best = row;
            }
        }
        if (best < 0) {
            throw new SegueException.NotFound(
                    "'%s' was heard by an older Segue; hear it again with: segue listen FOLDER"
                            .formatted(name));
        }
        return best;
    }

    /// The real path, if the text is that of a file.
    private static Optional<String> path(String text) {
        try {
            Path path = Path.of(text);
            return Files.isRegularFile(path)
                    ? Optional.of(path.toRealPath().toString())
                    : Optional.empty();
        } catch (InvalidPathException | IOException _) {
            return Optional.empty();
        }
    }
}
