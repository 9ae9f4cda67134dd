package segue.engine.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import segue.core.run.SegueException;
import segue.engine.features.CategorySearch;
import segue.engine.tracks.TrackTable;
import segue.library.Entry;
import segue.library.Feature;
import segue.library.Kind;
import segue.library.Library;
import segue.library.browse.ArtistHead;

/// Gives the places of a map names and colours.
final class Coloured {

    private static final int GROUPS = 12;

    private Coloured() {}

    static MusicMap tracks(Places places, Colour colour, TrackTable table, Library library) {
        List<Optional<Integer>> rows =
                places.ids().stream()
                        .map(id -> table.row(id).stream().boxed().findFirst())
                        .toList();
        List<String> labels = rows.stream().map(row -> row.map(table::label).orElse("")).toList();
        return switch (colour) {
            case TEMPO, ENERGY ->
                    numbers(
                            places,
                            colour,
                            Kind.TRACK,
                            labels,
                            rows.stream()
                                    .map(
                                            row ->
                                                    row.map(r -> number(table, r, colour))
                                                            .orElse(Double.NaN))
                                    .toList());
            case GENRE ->
                    groups(
                            places,
                            colour,
                            Kind.TRACK,
                            labels,
                            rows.stream()
                                    .map(row -> row.map(table::genres).orElse(List.of()))
                                    .toList());
            case CATEGORY -> {
                Map<String, String> categories = categories(library);
                yield groups(
                        places,
                        colour,
                        Kind.TRACK,
                        labels,
                        places.ids().stream()
                                .map(id -> Optional.ofNullable(categories.get(id)))
                                .map(name -> name.map(List::of).orElse(List.of()))
                                .toList());
            }
        };
    }

    /// Without categories everything is of one colour.
    private static Map<String, String> categories(Library library) {
        try {
            return new CategorySearch(library).dominants();
        } catch (SegueException.NotFound _) {
            return Map.of();
        }
    }

    private static double number(TrackTable table, int row, Colour colour) {
        return colour == Colour.TEMPO ? table.feature(row, Feature.TEMPO) : table.energy(row);
    }

    /// Artists by their foremost tag, else by what most of their tracks are, or by the mean of
    /// them.
    static MusicMap artists(Places places, Colour colour, TrackTable table, Library library) {
        Map<String, Entry> entries = library.entries(Kind.ARTIST, places.ids());
        List<String> labels =
                places.ids().stream()
                        .map(id -> Optional.ofNullable(entries.get(id)).map(Entry::name).orElse(id))
                        .toList();
        if (colour == Colour.TEMPO || colour == Colour.ENERGY) {
            Map<String, double[]> sums = new HashMap<>();
            for (int row = 0; row < table.size(); row++) {
                double value = number(table, row, colour);
                if (!Double.isNaN(value)) {
                    double[] sum = sums.computeIfAbsent(table.artistId(row), _ -> new double[2]);
                    sum[0] += value;
                    sum[1]++;
                }
            }
            return numbers(
                    places,
                    colour,
                    Kind.ARTIST,
                    labels,
                    places.ids().stream()
                            .map(id -> sums.getOrDefault(id, new double[] {Double.NaN, 1}))
                            .map(sum -> sum[0] / sum[1])
                            .toList());
        }
        Map<String, String> of = new HashMap<>();
        if (colour == Colour.CATEGORY) {
            Map<String, String> categories = categories(library);
            of.putAll(
                    commonest(
                            table,
                            row ->
                                    Optional.ofNullable(categories.get(table.id(row)))
                                            .map(List::of)
                                            .orElse(List.of())));
        } else {
            of.putAll(commonest(table, table::genres));
            for (ArtistHead head : library.artistHeads(places.ids())) {
                if (!head.tag().isEmpty()) {
                    of.put(head.id(), head.tag());
                }
            }
        }
        return groups(
                places,
                colour,
                Kind.ARTIST,
                labels,
                places.ids().stream()
                        .map(id -> Optional.ofNullable(of.get(id)))
                        .map(name -> name.map(List::of).orElse(List.of()))
                        .toList());
    }

    /// What most tracks of an artist are, by artist.
    private static Map<String, String> commonest(
            TrackTable table, IntFunction<List<String>> groups) {
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            for (String group : groups.apply(row)) {
                counts.computeIfAbsent(table.artistId(row), _ -> new TreeMap<>())
                        .merge(group, 1, Integer::sum);
            }
        }
        Map<String, String> found = new HashMap<>();
        counts.forEach(
                (artist, of) ->
                        found.put(
                                artist,
                                of.entrySet().stream()
                                        .max(Map.Entry.comparingByValue())
                                        .orElseThrow()
                                        .getKey()));
        return found;
    }

    private static MusicMap numbers(
            Places places, Colour colour, Kind kind, List<String> labels, List<Double> values) {
        return new MusicMap(
                kind.word(),
                colour.name().toLowerCase(Locale.ROOT),
                places.method(),
                places.ids(),
                labels,
                places.x(),
                places.y(),
                values,
                List.of());
    }

    /// Each thing is in the largest of its groups; what is in none of the largest has no colour.
    private static MusicMap groups(
            Places places,
            Colour colour,
            Kind kind,
            List<String> labels,
            List<List<String>> groups) {
        Map<String, Integer> counts = new HashMap<>();
        groups.forEach(of -> of.forEach(group -> counts.merge(group, 1, Integer::sum)));
        List<String> largest =
                counts.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue(
                                                Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(GROUPS)
                        .map(Map.Entry::getKey)
                        .toList();
        List<Double> values = new ArrayList<>();
        for (List<String> of : groups) {
            values.add(
                    of.stream()
                            .map(largest::indexOf)
                            .filter(i -> i >= 0)
                            .min(Comparator.naturalOrder())
                            .map(Integer::doubleValue)
                            .orElse(Double.NaN));
        }
        return new MusicMap(
                kind.word(),
                colour.name().toLowerCase(Locale.ROOT),
                places.method(),
                places.ids(),
                labels,
                places.x(),
                places.y(),
                values,
                largest);
    }
}
