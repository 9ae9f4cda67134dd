package segue.library.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.core.run.SegueException;
import segue.library.Feature;
import segue.library.store.Session;

/// How a file of audio features is to be read: its header says what each column is, in whatever
/// order. Knows the editions of Spotify's tracks that go around.
///
/// @param file what the columns say of names, and how to read them
/// @param features the columns of features, as SQL expressions
/// @param others the columns of "genre", "subgenre", "year" and "release", where there are
record FeaturesFile(PlaysFile file, Map<Feature, String> features, Map<String, String> others) {

    private static final int FEWEST = 3;

    private static final Map<String, Role> ROLES =
            Map.ofEntries(
                    Map.entry("trackid", Role.TRACK_ID),
                    Map.entry("id", Role.TRACK_ID),
                    Map.entry("trackuri", Role.TRACK_ID),
                    Map.entry("uri", Role.TRACK_ID),
                    Map.entry("trackname", Role.TRACK),
                    Map.entry("name", Role.TRACK),
                    Map.entry("title", Role.TRACK),
                    Map.entry("track", Role.TRACK),
                    Map.entry("trackartist", Role.ARTIST),
                    Map.entry("artists", Role.ARTIST),
                    Map.entry("artist", Role.ARTIST),
                    Map.entry("artistname", Role.ARTIST),
                    Map.entry("trackalbumname", Role.ALBUM),
                    Map.entry("albumname", Role.ALBUM),
                    Map.entry("album", Role.ALBUM),
                    Map.entry("playlistname", Role.PLAYLIST),
                    Map.entry("playlistid", Role.PLAYLIST_ID));

    private static final Map<String, String> OTHERS =
            Map.of(
                    "trackgenre", "genre",
                    "playlistgenre", "genre",
                    "genre", "genre",
                    "playlistsubgenre", "subgenre",
                    "subgenre", "subgenre",
                    "year", "year",
                    "releasedate", "release",
                    "trackalbumreleasedate", "release");

    private static final Map<String, Feature> FEATURES =
            List.of(Feature.values()).stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    feature -> plain(feature.column()), feature -> feature));

    /// Reads the header of `source`.
    ///
    /// @param readable the file that the database reads
    /// @param sample where the beginning may be written to
    /// @throws SegueException.BadInput if it holds no features of tracks
    static FeaturesFile of(Session session, SourceFile source, Path readable, Path sample) {
        if (source.parquet()) {
            throw new SegueException.BadInput(
                    source.name(), 0, "is Parquet; features are read from CSV.");
        }
        List<String> lines =
                source.headText().lines().filter(line -> !line.isBlank()).limit(1000).toList();
        if (lines.isEmpty()) {
            throw new SegueException.BadInput(source.name(), 0, "holds nothing but empty lines.");
        }
        try {
            Files.writeString(sample, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Dialect dialect = Dialect.detect(session, sample.toString(), lines);
        List<String> names = dialect.split(lines.getFirst());
        Map<Role, String> roles = new EnumMap<>(Role.class);
        Map<Feature, String> features = new EnumMap<>(Feature.class);
        Map<String, String> others = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = plain(names.get(i));
            String column = "c" + i;
            if (ROLES.containsKey(name)) {
                roles.putIfAbsent(ROLES.get(name), column);
            } else if (OTHERS.containsKey(name)) {
                others.putIfAbsent(OTHERS.get(name), column);
            } else {
                Feature feature =
                        FEATURES.get(name.equals("trackpopularity") ? "popularity" : name);
                if (feature != null) {
                    features.putIfAbsent(feature, column);
                }
            }
        }
        check(source, names, roles, features);
        String all =
                IntStream.range(0, dialect.columns())
                        .mapToObj(i -> "c" + i)
                        .collect(Collectors.joining(", "));
        String options =
                ", store_rejects = true, rejects_table = 'rejects_plays', rejects_scan = 'scan_plays'"
                        + (readable.equals(source.path())
                                ? ", compression = " + Sql.text(source.compression().sqlName())
                                : "");
        return new FeaturesFile(
                new PlaysFile(
                        dialect.reader(readable.toString(), leading(source) + 1, options),
                        roles,
                        "concat_ws(%s, %s)".formatted(Sql.text(dialect.delimiter()), all),
                        Staged.Form.CSV,
                        1,
                        dialect.columns(),
                        !dialect.quote().isEmpty(),
                        ""),
                features,
                others);
    }

    private static int leading(SourceFile source) {
        return (int) source.headText().lines().takeWhile(String::isBlank).count();
    }

    private static void check(
            SourceFile source,
            List<String> names,
            Map<Role, String> roles,
            Map<Feature, String> features) {
        String columns = Columns.shorten(String.join(", ", names));
        if (features.size() < FEWEST) {
            throw new SegueException.BadInput(
                    source.name(),
                    1,
                    "has too few columns of features: %s. Expected a header with some of %s; found: %s"
                            .formatted(
                                    features.isEmpty()
                                            ? "none"
                                            : features.keySet().stream()
                                                    .map(Feature::column)
                                                    .collect(Collectors.joining(", ")),
                                    String.join(", ", Feature.columns()),
                                    columns));
        }
        boolean id = roles.containsKey(Role.TRACK_ID);
        boolean name = roles.containsKey(Role.TRACK) && roles.containsKey(Role.ARTIST);
        if (!id && !name) {
            throw new SegueException.BadInput(
                    source.name(),
                    1,
                    roles.containsKey(Role.TRACK)
                            ? "names tracks without their artists or ids: there must be an id, or an artist and a name; found: "
                                    + columns
                            : "holds averages by year, artist or genre, not tracks. Import the file of tracks of the same set (data.csv); segue features makes the averages itself. Found: "
                                    + columns);
        }
    }

    /// What is usual and not there, for the report.
    List<String> notes() {
        List<String> missing = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            if (!features.containsKey(feature)) {
                missing.add(feature.column());
            }
        }
        return missing.isEmpty() ? List.of() : List.of("without " + String.join(", ", missing));
    }

    /// Letters and digits in lower case.
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
