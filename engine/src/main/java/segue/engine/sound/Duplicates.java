package segue.engine.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import segue.core.run.Run;
import segue.library.Library;
import segue.library.sound.HeardTrack;

/// Finds recordings that a library holds more than once. Files that share a key of their
/// fingerprints are compared; the rest never meet, so that the work grows with the duplicates, not
/// with the pairs.
public final class Duplicates {

    private static final Set<String> LOSSLESS =
            Set.of("flac", "alac", "ape", "wavpack", "tta", "wmalossless", "mlp");

    /// A key that more files share tells nothing (a tone, a hum): it is passed over.
    private static final int MOST_FILES_A_KEY = 64;

    /// How many files are compared between two looks at who wants to stop.
    private static final int LOOK = 256;

    private final Library library;
    private final Run run;
    private final Map<Long, Long> parents = new HashMap<>();

    public Duplicates(Library library, Run run) {
        this.library = library;
        this.run = run;
    }

    /// By the path of the best copy.
    public List<DuplicateGroup> find() {
        Recordings recordings = new Recordings(library);
        Set<Pair> pairs = pairs(recordings.keys());
        Set<Long> involved = new TreeSet<>();
        pairs.forEach(pair -> involved.addAll(List.of(pair.one(), pair.other())));
        recordings.load(involved);
        int done = 0;
        for (Pair pair : pairs) {
            if (done % LOOK == 0) {
                run.check();
                run.report("duplicates", done, pairs.size(), "");
            }
            done++;
            if (root(pair.one()) != root(pair.other())
                    && recordings.match(pair.one(), pair.other())) {
                parents.put(root(pair.one()), root(pair.other()));
            }
        }
        return groups();
    }

    private record Pair(long one, long other) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair that) {
            return one != that.one ? Long.compare(one, that.one) : Long.compare(other, that.other);
        }
    }

    /// An entry for each key at each place: the key and the file.
    private record Entry(long placeAndKey, long file) {}

    private static SortedSet<Pair> pairs(Map<Long, int[]> keys) {
        Entry[] entries =
                keys.entrySet().stream()
                        .flatMap(
                                file -> {
                                    List<Entry> some = new ArrayList<>();
                                    int[] own = file.getValue();
                                    for (int k = 0; k < own.length; k++) {
                                        some.add(
                                                new Entry(
                                                        ((long) k << 32) | (own[k] & 0xFFFFFFFFL),
                                                        file.getKey()));
                                    }
                                    return some.stream();
                                })
                        .toArray(Entry[]::new);
        Arrays.sort(
                entries,
                Comparator.comparingLong(Entry::placeAndKey).thenComparingLong(Entry::file));
        SortedSet<Pair> pairs = new TreeSet<>();
        int from = 0;
        while (from < entries.length) {
            int to = from + 1;
            while (to < entries.length
                    && entries[to].placeAndKey() == entries[from].placeAndKey()) {
                to++;
            }
            if (to - from <= MOST_FILES_A_KEY) {
                for (int i = from; i < to; i++) {
                    for (int j = i + 1; j < to; j++) {
                        pairs.add(new Pair(entries[i].file(), entries[j].file()));
                    }
                }
            }
            from = to;
        }
        return pairs;
    }

    private long root(long file) {
        long at = file;
        while (parents.getOrDefault(at, at) != at) {
            at = parents.getOrDefault(at, at);
        }
        return at;
    }

    private List<DuplicateGroup> groups() {
        Map<Long, List<HeardTrack>> groups = new TreeMap<>();
        for (HeardTrack track : library.heard().tracks()) {
            groups.computeIfAbsent(root(track.file()), _ -> new ArrayList<>()).add(track);
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(Duplicates::group)
                .sorted(Comparator.comparing(group -> group.copies().getFirst().path()))
                .toList();
    }

    private static DuplicateGroup group(List<HeardTrack> tracks) {
        List<HeardTrack> best =
                tracks.stream()
                        .sorted(
                                Comparator.comparing((HeardTrack track) -> !lossless(track.codec()))
                                        .thenComparing(
                                                Comparator.comparingLong(HeardTrack::bitRate)
                                                        .reversed())
                                        .thenComparing(HeardTrack::path))
                        .toList();
        return new DuplicateGroup(
                best.getFirst().label(),
                best.stream()
                        .map(
                                track ->
                                        new DuplicateGroup.Copy(
                                                track.path(),
                                                track.label(),
                                                track.codec(),
                                                track.bitRate(),
                                                track.bytes(),
                                                track.measures().durationSeconds()))
                        .toList());
    }

    private static boolean lossless(String codec) {
        return LOSSLESS.contains(codec) || codec.startsWith("pcm_");
    }
}
