package segue.engine.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import segue.core.data.Ids;
import segue.library.TagCount;

/// The tags and genres of the items of a catalogue, with how many people gave them. Immutable and
/// thread-safe.
public final class Tags {

    /// A tag that fewer than this share of those who gave the item's first one gave it is no genre
    /// of the item.
    private static final double LEAST = .1;

    /// How much a tag counts that no people gave, but a file or a catalogue.
    private static final float SAID = 3;

    private final String[] names;
    private final int[] starts;
    private final int[] tags;
    private final float[] people;
    private final float[] values;
    private final double[] lengths;
    private final List<List<String>> genres;

    private Tags(String[] names, int[] starts, int[] tags, float[] people) {
        this.names = names;
        this.starts = starts;
        this.tags = tags;
        this.people = people;
        this.values = values();
        this.lengths = lengths();
        this.genres = new ArrayList<>();
        for (int row = 0; row + 1 < starts.length; row++) {
            List<String> some = new ArrayList<>();
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                if (isGenre(row, at)) {
                    some.add(names[tags[at]]);
                }
            }
            genres.add(List.copyOf(some));
        }
    }

    /// @param counts of each item together, of each item the most given first
    static Tags of(Ids items, List<TagCount> counts) {
        List<List<TagCount>> byItem = new ArrayList<>();
        for (int row = 0; row < items.size(); row++) {
            byItem.add(List.of());
        }
        for (int from = 0, to; from < counts.size(); from = to) {
            to = from + 1;
            while (to < counts.size() && counts.get(to).item().equals(counts.get(from).item())) {
                to++;
            }
            List<TagCount> some = counts.subList(from, to);
            items.row(counts.get(from).item()).ifPresent(row -> byItem.set(row, some));
        }
        Map<String, Integer> numbers = new HashMap<>();
        List<String> names = new ArrayList<>();
        int[] starts = new int[items.size() + 1];
        int[] tags = new int[counts.size()];
        float[] people = new float[counts.size()];
        int at = 0;
        for (int row = 0; row < items.size(); row++) {
            for (TagCount count : byItem.get(row)) {
                tags[at] =
                        numbers.computeIfAbsent(
                                count.tag(),
                                tag -> {
                                    names.add(tag);
                                    return names.size() - 1;
                                });
                people[at++] = count.people();
            }
            starts[row + 1] = at;
        }
        return new Tags(
                names.toArray(String[]::new),
                starts,
                Arrays.copyOf(tags, at),
                Arrays.copyOf(people, at));
    }

    /// How much each tag says of its item: the more people gave it, and the fewer items have it.
    private float[] values() {
        float[] rarity = rarity();
        float[] some = new float[tags.length];
        for (int at = 0; at < some.length; at++) {
            some[at] = (float) Math.log1p(weight(at)) * rarity[tags[at]];
        }
        return some;
    }

    private double[] lengths() {
        double[] some = new double[starts.length - 1];
        for (int row = 0; row < some.length; row++) {
            double squares = 0;
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                squares += (double) values[at] * values[at];
            }
            some[row] = Math.sqrt(squares);
        }
        return some;
    }

    /// `log(items / items with the tag)`.
    private float[] rarity() {
        int[] items = new int[names.length];
        for (int tag : tags) {
            items[tag]++;
        }
        float[] rare = new float[names.length];
        for (int tag = 0; tag < rare.length; tag++) {
            rare[tag] = (float) Math.log1p((starts.length - 1.0) / Math.max(1, items[tag]));
        }
        return rare;
    }

    private float weight(int at) {
        return people[at] == 0 ? SAID : people[at];
    }

    /// The tags that most agree on, the most given first.
    public List<String> genres(int row) {
        return genres.get(row);
    }

    /// The numbers of the genres of some items.
    public BitSet genresOf(int[] rows) {
        BitSet some = new BitSet(names.length);
        for (int row : rows) {
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                some.set(tags[at], some.get(tags[at]) || isGenre(row, at));
            }
        }
        return some;
    }

    private boolean isGenre(int row, int at) {
        return weight(at) >= LEAST * weight(starts[row]);
    }

    public boolean isTagged(int row) {
        return starts[row + 1] > starts[row];
    }

    /// All tags that there are.
    public List<String> names() {
        return List.of(names);
    }

    /// The numbers of the tags that a text is true of.
    public BitSet matching(Predicate<String> text) {
        BitSet matching = new BitSet(names.length);
        for (int tag = 0; tag < names.length; tag++) {
            matching.set(tag, text.test(names[tag]));
        }
        return matching;
    }

    /// How an item was tagged: the tag, and by how many; 0: not by people.
    public record Tagged(String tag, int people) {}

    /// The most given of some tags of an item.
    public List<Tagged> among(int row, BitSet some) {
        List<Tagged> among = new ArrayList<>();
        for (int at = starts[row]; at < starts[row + 1]; at++) {
            if (some.get(tags[at])) {
                among.add(new Tagged(names[tags[at]], (int) people[at]));
            }
        }
        return among;
    }

    /// How much of what is said of an item is said by some tags, 0..1, drawn towards 0 where little
    /// is said.
    public double share(int row, BitSet some) {
        double all = 2;
        double these = 0;
        for (int at = starts[row]; at < starts[row + 1]; at++) {
            all += weight(at);
            these += some.get(tags[at]) ? weight(at) : 0;
        }
        return these / all;
    }

    /// What someone who likes some items likes in tags: one number a tag.
    float[] profile(int[] rows, float[] weights) {
        float[] profile = new float[names.length];
        for (int i = 0; i < rows.length; i++) {
            double length = lengths[rows[i]];
            for (int at = starts[rows[i]]; at < starts[rows[i] + 1] && length > 0; at++) {
                profile[tags[at]] += (float) (weights[i] * values[at] / length);
            }
        }
        return profile;
    }

    /// How alike items are in tags to some they like: the cosine; NaN without tags.
    public float[] likeness(int[] rows, float[] weights) {
        float[] profile = profile(rows, weights);
        double norm = 0;
        for (float value : profile) {
            norm += (double) value * value;
        }
        float[] likeness = new float[starts.length - 1];
        for (int row = 0; row < likeness.length; row++) {
            double length = lengths[row] * Math.sqrt(norm);
            double dot = 0;
            for (int at = starts[row]; at < starts[row + 1]; at++) {
                dot += (double) values[at] * profile[tags[at]];
            }
            likeness[row] = length > 0 ? (float) (dot / length) : Float.NaN;
        }
        return likeness;
    }

    /// The cosine of two items.
    public double likeness(int one, int other) {
        Map<Integer, Float> mine = new HashMap<>();
        for (int at = starts[one]; at < starts[one + 1]; at++) {
            mine.put(tags[at], values[at]);
        }
        double dot = 0;
        for (int at = starts[other]; at < starts[other + 1]; at++) {
            dot += (double) mine.getOrDefault(tags[at], 0f) * values[at];
        }
        double length = lengths[one] * lengths[other];
        return length > 0 ? dot / length : 0;
    }
}
