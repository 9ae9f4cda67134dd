package segue.engine.tracks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import segue.audio.feature.Key;
import segue.engine.names.Folding;
import segue.engine.names.Texts;
import segue.library.Feature;
import segue.library.Library;
import segue.library.browse.TrackRow;

/// All tracks of a library in columns, by id, as of one moment. Immutable and thread-safe.
public final class TrackTable {

    private static final int WIDTH = Feature.values().length;

    private final Texts ids;
    private final Texts titles;
    private final Texts folded;
    private final Dictionary artists;
    private final Dictionary artistIds;
    private final Dictionary albums;
    private final Dictionary genres;
    private final int[] artist;
    private final int[] artistId;
    private final int[] album;
    private final int[] genre;
    private final short[] year;
    private final float[] plays;
    private final byte[] flags;
    private final float[] features;
    private final Map<String, Integer> rows;

    private TrackTable(Collector of) {
        int size = of.size;
        ids = of.ids.build();
        titles = of.titles.build();
        folded = of.folded.build();
        artists = of.artists;
        artistIds = of.artistIds;
        albums = of.albums;
        genres = of.genres;
        artist = Arrays.copyOf(of.artist, size);
        artistId = Arrays.copyOf(of.artistId, size);
        album = Arrays.copyOf(of.album, size);
        genre = Arrays.copyOf(of.genre, size);
        year = Arrays.copyOf(of.year, size);
        plays = Arrays.copyOf(of.plays, size);
        flags = Arrays.copyOf(of.flags, size);
        features = Arrays.copyOf(of.features, size * WIDTH);
        rows = HashMap.newHashMap(size);
        for (int row = 0; row < size; row++) {
            rows.put(ids.get(row), row);
        }
    }

    /// All tracks that a library has now.
    public static TrackTable of(Library library) {
        Collector collector = new Collector();
        library.tracks(collector);
        return new TrackTable(collector);
    }

    public int size() {
        return artist.length;
    }

    /// The row of a track.
    public OptionalInt row(String id) {
        Integer row = rows.get(id);
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    public String id(int row) {
        return ids.get(row);
    }

    /// A feature in the library's unit; NaN where unknown.
    public double feature(int row, Feature feature) {
        return features[row * WIDTH + feature.place()];
    }

    /// 1..10; NaN where unknown.
    public double energy(int row) {
        return 1 + 9 * feature(row, Feature.ENERGY);
    }

    public double plays(int row) {
        return plays[row];
    }

    /// 0 where unknown.
    public int year(int row) {
        return year[row];
    }

    public boolean playable(int row) {
        return (flags[row] & 1) != 0;
    }

    boolean heard(int row) {
        return (flags[row] & 2) != 0;
    }

    /// Empty where unknown.
    public Optional<Key> key(int row) {
        double tonic = feature(row, Feature.KEY);
        double mode = feature(row, Feature.MODE);
        return Double.isNaN(tonic) || Double.isNaN(mode)
                ? Optional.empty()
                : Optional.of(new Key((int) tonic, mode == 0));
    }

    /// Title, artist and album, folded, with bars between.
    String folded(int row) {
        return folded.get(row);
    }

    String title(int row) {
        return titles.get(row);
    }

    /// The artist's name; empty where unknown.
    public String artist(int row) {
        return artists.text(artist[row]);
    }

    /// Empty where the artist is not known.
    public String artistId(int row) {
        return artistIds.text(artistId[row]);
    }

    String album(int row) {
        return albums.text(album[row]);
    }

    /// Numbers of texts that are equal in equal rows.
    int artistNumber(int row) {
        return artist[row];
    }

    int albumNumber(int row) {
        return album[row];
    }

    int genreNumber(int row) {
        return genre[row];
    }

    Dictionary artists() {
        return artists;
    }

    Dictionary albums() {
        return albums;
    }

    /// All combinations of genres, each as one text with bars between.
    Dictionary genreSets() {
        return genres;
    }

    /// In the order of the alphabet.
    public List<String> genres(int row) {
        String all = genres.text(genre[row]);
        return all.isEmpty() ? List.of() : List.of(all.split("\\|", -1));
    }

    /// "Björk - Army of Me".
    public String label(int row) {
        String artistName = artist(row);
        return artistName.isEmpty() ? title(row) : artistName + " - " + title(row);
    }

    /// A row as people see it.
    public TrackLine line(int row) {
        Optional<Key> key = key(row);
        boolean known = !Double.isNaN(feature(row, Feature.ENERGY)) || heard(row);
        return new TrackLine(
                id(row),
                title(row),
                artistId(row),
                artist(row),
                album(row),
                genres(row),
                year(row),
                feature(row, Feature.TEMPO),
                key.map(Key::name).orElse(""),
                key.map(Key::camelot).orElse(""),
                energy(row),
                feature(row, Feature.DANCEABILITY),
                feature(row, Feature.VALENCE),
                feature(row, Feature.LOUDNESS),
                feature(row, Feature.POPULARITY),
                feature(row, Feature.DURATION_MS) / 1000,
                plays(row),
                playable(row),
                known ? (heard(row) ? "heard" : "imported") : "");
    }

    /// The known features of a track by their names.
    public SequencedMap<String, Double> features(int row) {
        SequencedMap<String, Double> known = new LinkedHashMap<>();
        for (Feature feature : Feature.values()) {
            double value = feature(row, feature);
            if (!Double.isNaN(value)) {
                known.put(feature.column(), value);
            }
        }
        return known;
    }

    /// The mean of each feature over the tracks of which it is known.
    public SequencedMap<String, Double> averages() {
        SequencedMap<String, Double> means = new LinkedHashMap<>();
        for (Feature feature : Feature.values()) {
            double sum = 0;
            int count = 0;
            for (int row = 0; row < size(); row++) {
                double value = feature(row, feature);
                if (!Double.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
            if (count > 0) {
                means.put(feature.column(), sum / count);
            }
        }
        return means;
    }

    @Override
    public String toString() {
        return "TrackTable of %d".formatted(size());
    }

    /// Takes the rows as the library hands them over.
    private static final class Collector implements TrackRow.Taker {
        private final Texts.Builder ids = new Texts.Builder();
        private final Texts.Builder titles = new Texts.Builder();
        private final Texts.Builder folded = new Texts.Builder();
        private final Dictionary artists = new Dictionary();
        private final Dictionary artistIds = new Dictionary();
        private final Dictionary albums = new Dictionary();
        private final Dictionary genres = new Dictionary();
        private int[] artist = new int[256];
        private int[] artistId = new int[256];
        private int[] album = new int[256];
        private int[] genre = new int[256];
        private short[] year = new short[256];
        private float[] plays = new float[256];
        private byte[] flags = new byte[256];
        private float[] features = new float[256 * WIDTH];
        private int size;

        @Override
        public void take(TrackRow row, float[] values) {
            if (size == artist.length) {
                artist = Arrays.copyOf(artist, 2 * size);
                artistId = Arrays.copyOf(artistId, 2 * size);
                album = Arrays.copyOf(album, 2 * size);
                genre = Arrays.copyOf(genre, 2 * size);
                year = Arrays.copyOf(year, 2 * size);
                plays = Arrays.copyOf(plays, 2 * size);
                flags = Arrays.copyOf(flags, 2 * size);
                features = Arrays.copyOf(features, 2 * size * WIDTH);
            }
            ids.add(row.id());
            titles.add(row.title());
            List<String> words = new ArrayList<>();
            for (String text : List.of(row.title(), row.artist(), row.album())) {
                words.add(text.isEmpty() ? "" : Folding.fold(text));
            }
            folded.add(String.join("|", words));
            artist[size] = artists.number(row.artist());
            artistId[size] = artistIds.number(row.artistId());
            album[size] = albums.number(row.album());
            genre[size] =
                    genres.number(
                            String.join(
                                    "|",
                                    row.genres().stream()
                                            .map(g -> g.replace('|', '/').toLowerCase(Locale.ROOT))
                                            .distinct()
                                            .toList()));
            year[size] = (short) row.year();
            plays[size] = (float) row.plays();
            flags[size] = (byte) ((row.file() ? 1 : 0) | (row.heard() ? 2 : 0));
            System.arraycopy(values, 0, features, size * WIDTH, WIDTH);
            size++;
        }
    }
}
