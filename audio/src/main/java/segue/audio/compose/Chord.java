package segue.audio.compose;

import java.util.List;
import java.util.Map;
import segue.audio.feature.Key;

/// A chord, by its pitch classes from the root up.
///
/// @param root pitch class, 0 = C
/// @param intervals semitones above the root, the first 0
record Chord(int root, List<Integer> intervals) {

    private static final Map<String, List<Integer>> QUALITIES =
            Map.of(
                    "M", List.of(0, 4, 7),
                    "m", List.of(0, 3, 7),
                    "o", List.of(0, 3, 6),
                    "7", List.of(0, 4, 7, 10),
                    "M7", List.of(0, 4, 7, 11),
                    "m7", List.of(0, 3, 7, 10),
                    "h7", List.of(0, 3, 6, 10),
                    "5", List.of(0, 7, 12));

    Chord {
        intervals = List.copyOf(intervals);
    }

    /// Reads a chord written as semitones above the tonic and a quality: `7:7` is the dominant
    /// seventh, `0:m` the minor tonic.
    static Chord of(String written, Key key) {
        int colon = written.indexOf(':');
        List<Integer> quality = QUALITIES.get(written.substring(colon + 1));
        if (quality == null) {
            throw new IllegalArgumentException("no such chord: " + written);
        }
        int above = Integer.parseInt(written.substring(0, colon));
        return new Chord((key.tonic() + above) % 12, quality);
    }

    /// Its tone number `index` from the root up; beyond the top it goes on an octave higher.
    int interval(int index) {
        int size = intervals.size();
        return intervals.get(Math.floorMod(index, size)) + 12 * Math.floorDiv(index, size);
    }

    /// Whether the pitch (any octave) belongs to it.
    boolean has(int pitch) {
        return intervals.stream().anyMatch(each -> Math.floorMod(pitch - root - each, 12) == 0);
    }

    /// The fifth, or what stands for it.
    int fifth() {
        return intervals.get(2) == 12 ? intervals.get(1) : intervals.get(2);
    }
}
