package segue.library.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        List<String> inner = new ArrayList<>();
        List<String> outer = new ArrayList<>();
        file.roles()
                .forEach(
                        (role, column) -> {
                            String name = "r_" + role.column();
                            inner.add(Sql.filled(column) + " AS " + name);
                            outer.add(
                                    switch (role) {
                                        case ARTIST -> FIRST_ARTIST;
                                        case TRACK_ID -> BARE_ID;
                                        default -> name + " AS " + role.column();
                                    });
                        });
        features.others()
                .forEach((name, column) -> inner.add(Sql.filled(column) + " AS o_" + name));
        for (Feature feature : Feature.values()) {
            String column = features.features().get(feature);
            String name = feature.column();
            if (column == null) {
                outer.add("NULL::DOUBLE AS f_" + name);
            } else {
                inner.add(Sql.filled(column) + " AS t_" + name);
                inner.add("try_cast(" + Sql.filled(column) + " AS DOUBLE) AS n_" + name);
                outer.add(known(feature) + " AS f_" + name);
            }
        }
        outer.add(text(features, "genre"));
        outer.add(text(features, "subgenre"));
        outer.add(text(features, "release"));
        outer.add(year(features) + " AS year");
        outer.add(moreLines(file) + " AS more_lines");
        outer.add("problem");
        outer.add("CASE WHEN problem IS NOT NULL THEN " + file.all() + " END AS told");
        session.load(
                """
                CREATE TABLE scratch.plays AS
                SELECT %s
                FROM (SELECT *, %s AS problem FROM (SELECT *, %s FROM %s))
                """
                        .formatted(
                                String.join(", ", outer),
                                problem(features),
                                String.join(", ", inner),
                                file.from()),
                source.name());
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

    /// Lines of a row beyond its first, which only quotes make possible.
    private static String moreLines(PlaysFile file) {
        return file.quoted()
                ? IntStream.range(0, file.columns())
                        .mapToObj(i -> "(" + Sql.moreLines("c" + i) + ")")
                        .collect(Collectors.joining(" + "))
                : "0";
    }

    /// Why a row cannot be used; null where it can.
    private static String problem(FeaturesFile features) {
        PlaysFile file = features.file();
        StringBuilder sql = new StringBuilder("CASE");
        String noId = file.has(Role.TRACK_ID) ? "r_track_id IS NULL" : "true";
        String noName =
                file.has(Role.TRACK) && file.has(Role.ARTIST)
                        ? "(r_track IS NULL OR r_artist IS NULL)"
                        : "true";
        when(sql, noId + " AND " + noName, "neither an id nor an artist and a name");
        for (Feature feature : features.features().keySet()) {
            String name = feature.column();
            String value = "n_" + name;
            when(
                    sql,
                    "t_%1$s IS NOT NULL AND (%2$s IS NULL OR isnan(%2$s) OR isinf(%2$s))"
                            .formatted(name, value),
                    name + " is not a number");
            when(
                    sql,
                    "%s NOT BETWEEN %s AND %s"
                            .formatted(
                                    value,
                                    feature == Feature.KEY ? -1 : feature.low(),
                                    feature.high()),
                    "%s is not within %.0f and %.0f"
                            .formatted(name, feature.low(), feature.high()));
            switch (feature) {
                case KEY, MODE, TIME_SIGNATURE ->
                        when(sql, value + " <> floor(" + value + ")", name + " is not whole");
                default -> {}
            }
        }
        when(
                sql,
                features.features().keySet().stream()
                        .map(feature -> "t_" + feature.column() + " IS NULL")
                        .collect(Collectors.joining(" AND ")),
                "no features");
        return sql.append(" END").toString();
    }

    private static void when(StringBuilder sql, String condition, String problem) {
        sql.append(" WHEN ").append(condition).append(" THEN ").append(Sql.text(problem));
    }
}
