package segue.engine.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.core.model.Ranking;
import segue.core.model.TopN;
import segue.library.Kind;
import segue.library.Library;

/// Finds artists, tracks, listeners and tags while someone types. Every word that was typed must
/// begin a word of the name, in any order; for tracks, of the artist too. Where that finds too
/// little, misspelled words count as well: one edit from four letters on, two from eight.
/// Immutable and thread-safe.
public final class NameIndex {

    /// Words beyond these are left out of account.
    private static final int MOST_WORDS = 8;

    private static final double DETAIL = .6;
    private static final double POPULARITY = .25;
    private static final double WHOLE_NAME = .4;

    /// Among equals: a track's artist stands in the list anyway, a listener is seldom meant.
    private static final double ARTISTS_FIRST = .1;

    private static final double BEST = 1 + POPULARITY + WHOLE_NAME + ARTISTS_FIRST;

    private final Words words;
    private final int[] starts;

    /// Entry × 2, plus 1 where the word is one of the detail.
    private final int[] postings;

    private final Texts ids;
    private final Texts names;
    private final Texts details;
    private final int[] detailOf;
    private final byte[] lengths;
    private final float[] popularity;
    private final Map<Kind, Range> kinds;

    /// Entries of one kind stand together.
    private record Range(int from, int to) {}

    NameIndex(NameIndexBuilder of) {
        words = of.words();
        starts = of.starts();
        postings = of.postings();
        ids = of.ids();
        names = of.names();
        details = of.details();
        detailOf = of.detailOf();
        lengths = of.lengths();
        popularity = of.popularity();
        kinds = new EnumMap<>(Kind.class);
        of.ranges().forEach((kind, range) -> kinds.put(kind, new Range(range[0], range[1])));
    }

    /// The index of all names a library has now.
    public static NameIndex of(Library library) {
        NameIndexBuilder builder = new NameIndexBuilder();
        library.names(builder);
        return builder.build();
    }

    /// How many names there are.
    public int size() {
        return ids.size();
    }

    /// Bytes it takes in memory.
    public long memory() {
        return words.memory()
                + ids.memory()
                + names.memory()
                + details.memory()
                + 4L * (starts.length + postings.length + detailOf.length + popularity.length)
                + lengths.length;
    }

    /// The names that fit best, the most played first among equals.
    ///
    /// @param wanted empty: all kinds
    public List<NameHit> search(String typed, Collection<Kind> wanted, int limit) {
        List<String> tokens = Folding.words(typed);
        if (tokens.isEmpty() || limit < 1) {
            return List.of();
        }
        tokens = tokens.subList(0, Math.min(MOST_WORDS, tokens.size()));
        Set<Kind> only = wanted.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(wanted);
        boolean ended = Character.isWhitespace(typed.charAt(typed.length() - 1));
        Hits hits = new Hits();
        for (int t = 0; t < tokens.size(); t++) {
            exact(tokens.get(t), hits);
            hits.next();
        }
        Ranking ranking = hits.best(tokens.size(), only, limit);
        if (ranking.size() < limit && tokens.stream().anyMatch(token -> edits(token) > 0)) {
            Hits kinder = new Hits();
            for (int t = 0; t < tokens.size(); t++) {
                boolean last = t == tokens.size() - 1 && !ended;
                exact(tokens.get(t), kinder);
                near(tokens.get(t), !last, kinder);
                kinder.next();
            }
            ranking = kinder.best(tokens.size(), only, limit);
        }
        List<NameHit> found = new ArrayList<>();
        for (int i = 0; i < ranking.size(); i++) {
            found.add(hit(ranking.item(i), Math.clamp(ranking.score(i) / BEST, 0, 1)));
        }
        return found;
    }

    private static int edits(String token) {
        return token.length() < 4 ? 0 : token.length() < 8 ? 1 : 2;
    }

    private NameHit hit(int entry, double score) {
        Kind kind = Kind.ARTIST;
        for (Map.Entry<Kind, Range> range : kinds.entrySet()) {
            if (entry >= range.getValue().from() && entry < range.getValue().to()) {
                kind = range.getKey();
            }
        }
        return new NameHit(
                kind.word(), ids.get(entry), names.get(entry), details.get(detailOf[entry]), score);
    }

    private void exact(String token, Hits hits) {
        for (int word = words.first(token);
                word < words.size() && words.startsWith(word, token);
                word++) {
            int length = words.length(word);
            double quality = length == token.length() ? 1 : .7 + .15 * token.length() / length;
            hits.add(word, (float) quality);
        }
    }

    private void near(String token, boolean whole, Hits hits) {
        if (edits(token) > 0) {
            words.near(
                    token,
                    edits(token),
                    whole,
                    (word, edits) -> {
                        if (edits > 0) {
                            double off =
                                    Math.min(
                                            1,
                                            Math.abs(words.length(word) - token.length())
                                                    / (double) token.length());
                            hits.add(word, (float) (.5 - .12 * edits - .08 * off));
                        }
                    });
        }
    }

    /// What the words typed so far have found.
    private final class Hits {
        private final byte[] seen = new byte[size()];
        private final byte[] own = new byte[size()];
        private final float[] total = new float[size()];
        private final float[] last = new float[size()];
        private int token;

        void next() {
            token++;
        }

        void add(int word, float quality) {
            for (int p = starts[word]; p < starts[word + 1]; p++) {
                int entry = postings[p] >> 1;
                boolean inName = (postings[p] & 1) == 0;
                float value = inName ? quality : (float) (DETAIL * quality);
                if (seen[entry] == token) {
                    seen[entry]++;
                    own[entry] += (byte) (inName && quality == 1 ? 1 : 0);
                    total[entry] += value;
                    last[entry] = value;
                } else if (seen[entry] == token + 1 && value > last[entry]) {
                    own[entry] += (byte) (inName && quality == 1 && last[entry] < 1 ? 1 : 0);
                    total[entry] += value - last[entry];
                    last[entry] = value;
                }
            }
        }

        Ranking best(int tokens, Set<Kind> only, int limit) {
            TopN top = new TopN(limit);
            for (Kind kind : only) {
                Range range = kinds.getOrDefault(kind, new Range(0, 0));
                for (int entry = range.from(); entry < range.to(); entry++) {
                    if (seen[entry] == tokens) {
                        boolean whole = own[entry] >= lengths[entry];
                        double score =
                                total[entry] / tokens
                                        + POPULARITY * popularity[entry]
                                        + (whole ? WHOLE_NAME : 0)
                                        + (kind == Kind.ARTIST ? ARTISTS_FIRST : 0);
                        top.offer(entry, (float) score);
                    }
                }
            }
            return top.take();
        }
    }

    @Override
    public String toString() {
        return "NameIndex of %d names, %d words, %s".formatted(size(), words.size(), kinds);
    }
}
