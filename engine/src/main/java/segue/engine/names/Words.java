package segue.engine.names;

import java.util.Arrays;

/// All different words of many names in the order of their characters, to be found by their
/// beginnings, also misspelled ones. Immutable and thread-safe.
final class Words {

    /// Longer words are compared by their first characters only.
    private static final int LONGEST = 64;

    /// Takes a word that begins nearly as was typed.
    @FunctionalInterface
    interface Found {
        /// @param edits insertions, deletions, replacements and swaps of neighbours
        void take(int word, int edits);
    }

    private final char[] letters;
    private final int[] starts;
    private final byte[] shared;

    /// @param sorted different words, in their natural order
    Words(String[] sorted) {
        starts = new int[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            starts[i + 1] = starts[i] + Math.min(LONGEST, sorted[i].length());
        }
        letters = new char[starts[sorted.length]];
        shared = new byte[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i].getChars(0, length(i), letters, starts[i]);
            shared[i] = (byte) (i == 0 ? 0 : common(i - 1, i));
        }
    }

    private int common(int a, int b) {
        int most = Math.min(length(a), length(b));
        int mismatch =
                Arrays.mismatch(
                        letters, starts[a], starts[a] + most, letters, starts[b], starts[b] + most);
        return mismatch < 0 ? most : mismatch;
    }

    int size() {
        return shared.length;
    }

    int length(int word) {
        return starts[word + 1] - starts[word];
    }

    long memory() {
        return 2L * letters.length + 4L * starts.length + shared.length;
    }

    /// The first word that begins with `prefix` or comes after it.
    int first(String prefix) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, prefix) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean startsWith(int word, String prefix) {
        if (length(word) < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (letters[starts[word] + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int compare(int word, String prefix) {
        int most = Math.min(length(word), prefix.length());
        for (int i = 0; i < most; i++) {
            int difference = letters[starts[word] + i] - prefix.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return length(word) - prefix.length();
    }

    /// Words some beginning of which is at most `most` edits from what was typed. Rows of the
    /// distance are kept for the letters that a word shares with the one before; where a beginning
    /// is too far off already, all words that share it are passed over.
    ///
    /// @param whole compare whole words, not their beginnings
    void near(String typed, int most, boolean whole, Found found) {
        int width = typed.length() + 1;
        byte[][] rows = new byte[LONGEST + 1][width];
        byte[] best = new byte[LONGEST + 1];
        for (int j = 0; j < width; j++) {
            rows[0][j] = (byte) j;
        }
        best[0] = (byte) typed.length();
        int valid = 0;
        int dead = LONGEST + 1;
        for (int word = 0; word < size(); word++) {
            if (shared[word] >= dead) {
                continue;
            }
            valid = Math.min(valid, shared[word]);
            dead = LONGEST + 1;
            int length = length(word);
            for (int depth = valid + 1; depth <= length && dead > LONGEST; depth++) {
                int least = row(rows, depth, typed, starts[word]);
                valid = depth;
                best[depth] = (byte) Math.min(best[depth - 1], rows[depth][width - 1]);
                if (least > most && (whole || best[depth] > most)) {
                    dead = depth;
                }
            }
            int edits =
                    whole
                            ? (dead > LONGEST && valid == length ? rows[length][width - 1] : 127)
                            : best[Math.min(valid, length)];
            if (edits <= most) {
                found.take(word, edits);
            }
        }
    }

    /// Fills the row for the first `depth` letters.
    ///
    /// @return its least value, the row before counted where a swap may still come
    private int row(byte[][] rows, int depth, String typed, int from) {
        byte[] now = rows[depth];
        byte[] before = rows[depth - 1];
        char letter = letters[from + depth - 1];
        now[0] = (byte) depth;
        int least = depth;
        for (int j = 1; j < now.length; j++) {
            char wanted = typed.charAt(j - 1);
            int edits =
                    Math.min(
                            Math.min(before[j], now[j - 1]) + 1,
                            before[j - 1] + (letter == wanted ? 0 : 1));
            if (depth > 1
                    && j > 1
                    && letter == typed.charAt(j - 2)
                    && letters[from + depth - 2] == wanted) {
                edits = Math.min(edits, rows[depth - 2][j - 2] + 1);
            }
            now[j] = (byte) edits;
            least = Math.min(least, Math.min(edits, before[j - 1] + 1));
        }
        return least;
    }
}
