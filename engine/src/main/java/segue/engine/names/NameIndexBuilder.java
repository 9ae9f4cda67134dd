package segue.engine.names;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.library.Kind;
import segue.library.browse.Names;

/// Collects names into the arrays of a [NameIndex]. For one thread.
public final class NameIndexBuilder implements Names {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> detailNumbers = new HashMap<>();
    private final Texts.Builder ids = new Texts.Builder();
    private final Texts.Builder names = new Texts.Builder();
    private final Texts.Builder details = new Texts.Builder();
    private final Map<Kind, int[]> ranges = new EnumMap<>(Kind.class);
    private final Set<Integer> ownWords = new HashSet<>();
    private int[] pairs = new int[1 << 10];
    private int pairCount;
    private int[] detailOf = new int[1 << 8];
    private byte[] lengths = new byte[1 << 8];
    private float[] plays = new float[1 << 8];
    private int size;

    private Words words = new Words(new String[0]);
    private int[] starts = new int[1];
    private int[] postings = new int[0];

    @Override
    public void take(Kind kind, String id, String name, String detail, double played) {
        if (size == detailOf.length) {
            detailOf = Arrays.copyOf(detailOf, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
            plays = Arrays.copyOf(plays, 2 * size);
        }
        ids.add(id);
        names.add(name);
        detailOf[size] =
                detailNumbers.computeIfAbsent(
                        detail,
                        text -> {
                            details.add(text);
                            return detailNumbers.size();
                        });
        plays[size] = (float) Math.log1p(Math.max(0, played));
        ownWords.clear();
        List<String> own = Folding.words(name);
        own.forEach(word -> post(word, 0));
        lengths[size] = (byte) Math.min(127, Math.max(1, ownWords.size()));
        Folding.words(detail).forEach(word -> post(word, 1));
        int[] range = ranges.computeIfAbsent(kind, _ -> new int[] {size, size});
        if (range[1] != size) {
            throw new IllegalArgumentException("names of a kind must come together: " + kind);
        }
        range[1] = ++size;
    }

    /// A word that stands in a name twice, or in the detail too, counts once.
    private void post(String word, int inDetail) {
        int number = numbers.computeIfAbsent(word, _ -> numbers.size());
        if (ownWords.add(number)) {
            if (pairCount == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * pairCount);
            }
            pairs[pairCount++] = number;
            pairs[pairCount++] = 2 * size + inDetail;
        }
    }

    /// The index; nothing can be added afterwards.
    public NameIndex build() {
        String[] sorted = numbers.keySet().toArray(String[]::new);
        Arrays.sort(sorted);
        int[] place = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            place[numbers.getOrDefault(sorted[i], 0)] = i;
        }
        words = new Words(sorted);
        starts = new int[sorted.length + 1];
        for (int i = 0; i < pairCount; i += 2) {
            starts[place[pairs[i]] + 1]++;
        }
        for (int i = 0; i < sorted.length; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        postings = new int[pairCount / 2];
        for (int i = 0; i < pairCount; i += 2) {
            postings[next[place[pairs[i]]]++] = pairs[i + 1];
        }
        return new NameIndex(this);
    }

    Words words() {
        return words;
    }

    int[] starts() {
        return starts;
    }

    int[] postings() {
        return postings;
    }

    Texts ids() {
        return ids.build();
    }

    Texts names() {
        return names.build();
    }

    Texts details() {
        return details.build();
    }

    int[] detailOf() {
        return Arrays.copyOf(detailOf, size);
    }

    byte[] lengths() {
        return Arrays.copyOf(lengths, size);
    }

    Map<Kind, int[]> ranges() {
        return ranges;
    }

    /// 0..1 within each kind: the logarithm of the plays.
    float[] popularity() {
        float[] popularity = Arrays.copyOf(plays, size);
        for (int[] range : ranges.values()) {
            float most = 0;
            for (int i = range[0]; i < range[1]; i++) {
                most = Math.max(most, popularity[i]);
            }
            for (int i = range[0]; i < range[1] && most > 0; i++) {
                popularity[i] /= most;
            }
        }
        return popularity;
    }
}
