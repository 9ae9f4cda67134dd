package segue.engine.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import segue.audio.feature.Key;
import segue.core.data.Ids;
import segue.core.math.Matrix;
import segue.engine.filter.Traits;
import segue.library.Feature;
import segue.library.Kind;
import segue.library.MusicItem;

/// All artists or all tracks of a library, read once for a revision of it: what lists are made of
/// without asking the database. A row for each item, in the order of their ids. Immutable and
/// thread-safe.
public final class Catalogue {

    private final Kind kind;
    private final Ids ids;
    private final MusicItem[] items;
    private final Tags tags;
    private final Matrix features;
    private final int[] years;
    private final float[] popularity;
    private final String[] songs;
    private final Map<String, Integer> byName;
    private final Map<String, List<Integer>> byArtist;

    Catalogue(
            Kind kind,
            List<MusicItem> items,
            Tags tags,
            Matrix features,
            int[] years,
            String[] songs) {
        this.kind = kind;
        this.ids = Ids.of(items.stream().map(MusicItem::id).toList());
        this.items = items.toArray(MusicItem[]::new);
        this.tags = tags;
        this.features = features;
        this.years = years;
        this.songs = songs;
        this.popularity = popularity(this.items);
        this.byArtist = new HashMap<>();
        for (int row = 0; row < size(); row++) {
            if (!this.items[row].artistId().isEmpty()) {
                byArtist.computeIfAbsent(this.items[row].artistId(), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        this.byName = HashMap.newHashMap(items.size());
        for (int row = 0; row < size(); row++) {
            byName.merge(
                    this.items[row].name(),
                    row,
                    (a, b) -> this.items[a].listeners() >= this.items[b].listeners() ? a : b);
        }
    }

    /// The share of items that fewer people have, those that as many have counted half; 0 for what
    /// nobody has.
    private static float[] popularity(MusicItem[] items) {
        long[] sorted = Arrays.stream(items).mapToLong(MusicItem::listeners).sorted().toArray();
        float[] popularity = new float[items.length];
        for (int row = 0; row < items.length; row++) {
            long own = items[row].listeners();
            int below = first(sorted, own);
            int notAbove = first(sorted, own + 1);
            popularity[row] =
                    own == 0
                            ? 0
                            : sorted.length < 2
                                    ? 1
                                    : (float) ((below + notAbove - 1) / 2.0 / (sorted.length - 1));
        }
        return popularity;
    }

    /// The place of the first that is not below a number.
    private static int first(long[] sorted, long number) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Artist or track.
    public Kind kind() {
        return kind;
    }

    public int size() {
        return items.length;
    }

    public Ids ids() {
        return ids;
    }

    /// The row of an id.
    public OptionalInt row(String id) {
        return ids.row(id);
    }

    /// The row of exactly that name, of several the one that most people have.
    public OptionalInt named(String name) {
        Integer row = byName.get(name);
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /// The rows of an artist's tracks, those that most people have first.
    public List<Integer> ofArtist(String artistId) {
        return byArtist.getOrDefault(artistId, List.of()).stream()
                .sorted(Comparator.comparingLong((Integer row) -> -items[row].listeners()))
                .toList();
    }

    public MusicItem item(int row) {
        return items[row];
    }

    /// "Björk - Army of Me", or the artist.
    public String label(int row) {
        MusicItem item = items[row];
        return item.artist().isEmpty() ? item.name() : item.artist() + " - " + item.name();
    }

    /// How many listeners and playlists have it.
    public long listeners(int row) {
        return items[row].listeners();
    }

    /// 0 the least to 1 the most played.
    public float popularity(int row) {
        return popularity[row];
    }

    public Tags tags() {
        return tags;
    }

    /// A feature as Spotify tells it; of an artist the mean of their tracks; NaN: not known.
    public float feature(int row, Feature feature) {
        return features.values()[features.offset(row) + feature.place()];
    }

    /// `items × features`; NaN where not known.
    public Matrix features() {
        return features;
    }

    /// Or 0.
    public int year(int row) {
        return years[row];
    }

    /// Of a track; artists have none.
    public Optional<Key> key(int row) {
        float key = feature(row, Feature.KEY);
        float mode = feature(row, Feature.MODE);
        return kind != Kind.TRACK || Float.isNaN(key) || Float.isNaN(mode)
                ? Optional.empty()
                : Optional.of(new Key((int) key, mode == 0));
    }

    /// 1..10, or NaN.
    public double energy(int row) {
        return 1 + 9 * (double) feature(row, Feature.ENERGY);
    }

    public double durationSeconds(int row) {
        double known = items[row].durationSeconds();
        return Double.isNaN(known) ? feature(row, Feature.DURATION_MS) / 1000.0 : known;
    }

    /// What filters look at.
    public Traits traits(int row) {
        MusicItem item = items[row];
        return new Traits(
                kind == Kind.ARTIST ? item.name() : item.artist(),
                tags.genres(row),
                feature(row, Feature.TEMPO),
                key(row),
                energy(row),
                years[row],
                item.album(),
                durationSeconds(row),
                popularity[row],
                songs[row]);
    }

    /// All rows.
    public IntStream rows() {
        return IntStream.range(0, size());
    }
}
