package segue.audio.feature;

import java.util.Arrays;

/// What a recording is known again by, in another format, at another level, after other silence:
/// up to two minutes from the first sound on, 32 bits for every 128 ms, and a few keys to find
/// candidates among many. Immutable.
///
/// Each bit says whether the difference of two neighbouring bands of pitch grows or falls
/// (Haitsma and Kalker, "A highly robust audio fingerprinting system", ISMIR 2002). Of two copies
/// about a tenth of the bits differ, of two recordings about half.
public final class Fingerprint {

    /// Words a second.
    public static final double WORDS_PER_SECOND = 22_050.0 / (256 * 11);

    /// The most words there are: two minutes, 3760 bytes.
    public static final int MAX_WORDS = 940;

    /// How many keys there are.
    public static final int KEYS = 16;

    /// From this similarity on, two recordings are the same.
    public static final double SAME = .3;

    /// Words that must be heard in both, unless a track is shorter: 10 s.
    private static final int ENOUGH = 78;

    /// The share of the shorter one that must be heard in both.
    private static final double OVERLAP = .5;

    /// Below this many sounding words (4 s) nothing can be said.
    private static final int LEAST = 31;

    private final int[] words;
    private final int[] keys;

    /// How alike two recordings are.
    ///
    /// @param similarity 1: every bit; 0: no more than chance
    /// @param offsetSeconds how much later the same moment comes in the second, after the first
    ///     sound of each
    public record Match(double similarity, double offsetSeconds) {

        /// Whether it is the same recording.
        public boolean same() {
            return similarity >= SAME;
        }
    }

    /// @param words as [#words] gave them
    /// @param keys as [#keys] gave them
    public Fingerprint(int[] words, int[] keys) {
        if (words.length > MAX_WORDS || keys.length != (words.length == 0 ? 0 : KEYS)) {
            throw new IllegalArgumentException(
                    "found %d words and %d keys, expected up to %d words and %d keys"
                            .formatted(words.length, keys.length, MAX_WORDS, KEYS));
        }
        this.words = words.clone();
        this.keys = keys.clone();
    }

    /// To be stored; a new array. A word of 0 is silence.
    public int[] words() {
        return words.clone();
    }

    /// Two copies of a recording have at least one of [#KEYS] in common, at the same place, nearly
    /// always; two recordings seldom. Empty for silence. A new array.
    public int[] keys() {
        return keys.clone();
    }

    /// Whether a comparison is worth its cost: any key in common at its place.
    public boolean isCandidate(Fingerprint other) {
        for (int k = 0; k < Math.min(keys.length, other.keys.length); k++) {
            if (keys[k] == other.keys[k]) {
                return true;
            }
        }
        return false;
    }

    /// Compares at all offsets at which half of the shorter one is heard in both. Symmetric. About
    /// a millisecond.
    public Match match(Fingerprint other) {
        int[] a = words;
        int[] b = other.words;
        int shorter = Math.min(a.length, b.length);
        int overlap = Math.max(Math.min(ENOUGH, shorter), (int) (OVERLAP * shorter));
        double best = 0;
        int bestOffset = 0;
        for (int offset = overlap - a.length; offset <= b.length - overlap; offset++) {
            double similarity = similarity(a, b, offset);
            if (similarity > best) {
                best = similarity;
                bestOffset = offset;
            }
        }
        return new Match(best, bestOffset / WORDS_PER_SECOND);
    }

    /// Of the words `a[i]` and `b[i + offset]` that both sound.
    private static double similarity(int[] a, int[] b, int offset) {
        int from = Math.max(0, -offset);
        int to = Math.min(a.length, b.length - offset);
        int different = 0;
        int silent = 0;
        for (int i = from; i < to; i++) {
            int one = a[i];
            int two = b[i + offset];
            boolean sounds = one != 0 && two != 0;
            different += sounds ? Integer.bitCount(one ^ two) : 0;
            silent += sounds ? 0 : 1;
        }
        int sounding = to - from - silent;
        if (sounding < LEAST || sounding < (to - from) / 2) {
            return 0;
        }
        return 1 - different / (16.0 * sounding);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint that
                && Arrays.equals(words, that.words)
                && Arrays.equals(keys, that.keys);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
