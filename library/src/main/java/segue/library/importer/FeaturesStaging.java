package segue.library.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import segue.library.Feature;
import segue.library.store.Session;

/// Loads a file of features into `scratch.plays`, with the names of tracks as a plays file has them
/// and a column for each feature; rows that cannot be used are marked with their problem.
final class FeaturesStaging {

    /// Several artists stand in a list as Python writes it, or with semicolons; the first counts.
    private static final String FIRST_ARTIST =
            """
            trim(CASE WHEN starts_with(r_artist, '[')
                THEN coalesce((try_cast(r_artist AS VARCHAR[]))[1], r_artist)
                ELSE split_part(r_artist, ';', 1) END) AS artist""";

    private static final String BARE_ID =
            """
            regexp_replace(r_track_id,
                '^(spotify:track:|https?://open\\.spotify\\.com/track/)', '') AS track_id""";

    private FeaturesStaging() {}

    static void load(Session session, SourceFile source, FeaturesFile features) {
        PlaysFile file = features.file();
        StagingTable table = new StagingTable(file);
        file.roles()
                .forEach(
                        (role, column) -> {
                            String name = "r_" + role.column();
                            table.value(Sql.filled(column) + " AS " + name);
                            table.column(
                                    switch (role) {
                                        case ARTIST -> FIRST_ARTIST;
                                        case TRACK_ID -> BARE_ID;
                                        default -> name + " AS " + role.column();
                                    });
                        });
        features.others()
                .forEach((name, column) -> table.value(Sql.filled(column) + " AS o_" + name));
        for (Feature feature : Feature.values()) {
            String column = features.features().get(feature);
            String name = feature.column();
            if (column == null) {
                table.column("NULL::DOUBLE AS f_" + name);
            } else {
                table.value(Sql.filled(column) + " AS t_" + name);
                table.value("try_cast(" + Sql.filled(column) + " AS DOUBLE) AS n_" + name);
                table.column(known(feature) + " AS f_" + name);
            }
        }
        table.column(text(features, "genre"));
        table.column(text(features, "subgenre"));
        table.column(text(features, "release"));
        table.column(year(features) + " AS year");
        problems(table, features);
        table.load(session, source);
    }

    /// Spotify writes "not known" as -1 (key) or 0.
    private static String known(Feature feature) {
        String value = "n_" + feature.column();
        return switch (feature) {
            case KEY -> "CASE WHEN " + value + " >= 0 THEN " + value + " END";
            case TEMPO, DURATION_MS, TIME_SIGNATURE -> "nullif(" + value + ", 0)";
            default -> value;
        };
    }

    private static String text(FeaturesFile features, String name) {
        return (features.others().containsKey(name) ? "o_" + name : "NULL::VARCHAR")
                + " AS "
                + name;
    }

    private static String year(FeaturesFile features) {
        List<String> years = new ArrayList<>();
        for (String name : List.of("year", "release")) {
            if (features.others().containsKey(name)) {
                String number = "try_cast(left(o_" + name + ", 4) AS INTEGER)";
                years.add("CASE WHEN " + number + " BETWEEN 1860 AND 2100 THEN " + number + " END");
            }
        }
        return years.isEmpty() ? "NULL::INTEGER" : "coalesce(" + String.join(", ", years) + ")";
    }

    private static void problems(StagingTable table, FeaturesFile features) {
        PlaysFile file = features.file();
        String noId = file.has(Role.TRACK_ID) ? "r_track_id IS NULL" : "true";
        String noName =
                file.has(Role.TRACK) && file.has(Role.ARTIST)
                        ? "(r_track IS NULL OR r_artist IS NULL)"
                        : "true";
        table.unfit(noId + " AND " + noName, "neither an id nor an artist and a name");
        for (Feature feature : features.features().keySet()) {
            String name = feature.column();
            String value = "n_" + name;
            table.unfit(
                    "t_%1$s IS NOT NULL AND (%2$s IS NULL OR isnan(%2$s) OR isinf(%2$s))"
                            .formatted(name, value),
                    name + " is not a number");
            table.unfit(
                    "%s NOT BETWEEN %s AND %s"
                            .formatted(
                                    value,
                                    feature == Feature.KEY ? -1 : feature.low(),
                                    feature.high()),
                    "%s is not within %.0f and %.0f"
                            .formatted(name, feature.low(), feature.high()));
            switch (feature) {
                case KEY, MODE, TIME_SIGNATURE ->
                        table.unfit(value + " <> floor(" + value + ")", name + " is not whole");
                default -> {}
            }
        }
        table.unfit(
                features.features().keySet().stream()
                        .map(feature -> "t_" + feature.column() + " IS NULL")
                        .collect(Collectors.joining(" AND ")),
                "no features");
    }
}
