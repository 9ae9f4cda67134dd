package segue.engine.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import segue.core.data.Ids;
import segue.core.math.Matrix;
import segue.engine.sound.SongName;
import segue.library.Feature;
import segue.library.FeatureSource;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Library;
import segue.library.MusicItem;
import segue.library.TagCount;
import segue.library.TrackFeatures;

/// Reads catalogues: a few passes over the tables of a library.
public final class CatalogueReader {

    private static final int FEATURES = Feature.values().length;

    private final Library library;

    public CatalogueReader(Library library) {
        this.library = library;
    }

    /// @param kind artist or track
    public Catalogue read(Kind kind) {
        return kind == Kind.ARTIST ? artists() : tracks();
    }

    private Catalogue tracks() {
        List<MusicItem> items = library.music(Items.TRACKS);
        Ids ids = ids(items);
        Matrix features = unknown(items.size());
        int[] years = new int[items.size()];
        TrackFeatures known = library.trackFeatures(FeatureSource.HEARD);
        for (int from = 0; from < known.tracks().size(); from++) {
            OptionalInt row = ids.row(known.tracks().get(from).id());
            if (row.isPresent()) {
                years[row.getAsInt()] = known.tracks().get(from).year();
                System.arraycopy(
                        known.values().values(),
                        known.values().offset(from),
                        features.values(),
                        features.offset(row.getAsInt()),
                        FEATURES);
            }
        }
        String[] songs = new String[items.size()];
        for (int row = 0; row < songs.length; row++) {
            MusicItem item = items.get(row);
            SongName song = SongName.of(item.artist(), item.name());
            songs[row] = item.artist().isEmpty() ? "" : song.artist() + "\n" + song.title();
        }
        return new Catalogue(
                Kind.TRACK, items, Tags.of(ids, trackTags(items)), features, years, songs);
    }

    /// A track without genres has those that people gave its artist.
    private List<TagCount> trackTags(List<MusicItem> items) {
        Map<String, List<TagCount>> own = byItem(library.tagCounts(Items.TRACKS));
        Map<String, List<TagCount>> artists = byItem(library.tagCounts(Items.ARTISTS));
        List<TagCount> all = new ArrayList<>();
        for (MusicItem item : items) {
            List<TagCount> of = own.get(item.id());
            if (of != null) {
                all.addAll(of);
            } else {
                for (TagCount tag : artists.getOrDefault(item.artistId(), List.of())) {
                    all.add(new TagCount(item.id(), tag.tag(), tag.people()));
                }
            }
        }
        return all;
    }

    /// Tags where people gave some, else the genres of the tracks; features are means of the
    /// tracks.
    private Catalogue artists() {
        List<MusicItem> items = library.music(Items.ARTISTS);
        Ids ids = ids(items);
        Map<String, List<TagCount>> tags = byItem(library.tagCounts(Items.ARTISTS));
        Map<String, List<TagCount>> genres = byItem(library.tagCounts(Items.TRACKS));
        TrackFeatures known = library.trackFeatures(FeatureSource.HEARD);
        Map<String, Integer> featured = new HashMap<>();
        known.tracks().forEach(track -> featured.put(track.id(), featured.size()));
        double[] sums = new double[items.size() * FEATURES];
        int[] counts = new int[items.size() * FEATURES];
        Map<Integer, List<Integer>> years = new HashMap<>();
        Map<Integer, Map<String, Integer>> ofTracks = new HashMap<>();
        for (Map.Entry<String, String> track : library.described().entrySet()) {
            OptionalInt artist = ids.row(track.getValue());
            if (artist.isEmpty()) {
                continue;
            }
            int row = artist.getAsInt();
            for (TagCount genre : genres.getOrDefault(track.getKey(), List.of())) {
                ofTracks.computeIfAbsent(row, _ -> new TreeMap<>())
                        .merge(genre.tag(), 1, Integer::sum);
            }
            Integer of = featured.get(track.getKey());
            if (of != null) {
                if (known.tracks().get(of).year() > 0) {
                    years.computeIfAbsent(row, _ -> new ArrayList<>())
                            .add(known.tracks().get(of).year());
                }
                for (int f = 0; f < FEATURES; f++) {
                    double value = known.values().at(of, f);
                    if (!Double.isNaN(value)) {
                        sums[row * FEATURES + f] += value;
                        counts[row * FEATURES + f]++;
                    }
                }
            }
        }
        Matrix features = unknown(items.size());
        for (int i = 0; i < sums.length; i++) {
            if (counts[i] > 0) {
                features.values()[i] = (float) (sums[i] / counts[i]);
            }
        }
        int[] middle = new int[items.size()];
        years.forEach((row, some) -> middle[row] = median(some));
        String[] songs = new String[items.size()];
        Arrays.fill(songs, "");
        List<TagCount> all = new ArrayList<>();
        for (int row = 0; row < items.size(); row++) {
            String id = items.get(row).id();
            List<TagCount> said = tags.get(id);
            if (said != null) {
                all.addAll(said);
            } else {
                ofTracks.getOrDefault(row, Map.of()).entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .forEach(genre -> all.add(new TagCount(id, genre.getKey(), 0)));
            }
        }
        return new Catalogue(Kind.ARTIST, items, Tags.of(ids, all), features, middle, songs);
    }

    private static int median(List<Integer> years) {
        return years.stream().sorted().skip((years.size() - 1) / 2).findFirst().orElse(0);
    }

    private static Ids ids(List<MusicItem> items) {
        return Ids.of(items.stream().map(MusicItem::id).toList());
    }

    private static Matrix unknown(int rows) {
        Matrix features = Matrix.zeros(rows, FEATURES);
        Arrays.fill(features.values(), Float.NaN);
        return features;
    }

    private static Map<String, List<TagCount>> byItem(List<TagCount> counts) {
        Map<String, List<TagCount>> byItem = new HashMap<>();
        counts.forEach(c -> byItem.computeIfAbsent(c.item(), _ -> new ArrayList<>()).add(c));
        return byItem;
    }
}
