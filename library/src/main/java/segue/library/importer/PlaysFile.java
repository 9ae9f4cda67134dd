package segue.library.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segue.core.run.SegueException;
import segue.library.PlaysFormat;
import segue.library.store.Session;

/// How a plays file is to be read: which expression of the database gives each [Role].
///
/// @param from the table function that reads the file
/// @param roles the columns that mean something, as SQL expressions of `from`
/// @param all the text of a whole row, as an SQL expression
/// @param form where line numbers come from
/// @param skipped lines left out at the beginning
/// @param columns how many columns `c0`, `c1`, … a text file has; 0 for others
/// @param quoted whether fields may be quoted, and so hold line feeds
/// @param note what was guessed, for the report; or empty
record PlaysFile(
        String from,
        Map<Role, String> roles,
        String all,
        Staged.Form form,
        int skipped,
        int columns,
        boolean quoted,
        String note) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?");
    private static final Pattern SONG = Pattern.compile("SO[A-Z0-9]{16}|spotify:track:.*");

    /// Finds out how to read `source`.
    ///
    /// @param readable the file that the database reads
    /// @param sample where the beginning may be written to
    static PlaysFile of(
            Session session, SourceFile source, Path readable, Path sample, PlaysFormat format) {
        if (source.parquet()) {
            return parquet(session, source, readable, format);
        }
        String head = source.headText();
        List<String> lines = head.lines().filter(line -> !line.isBlank()).limit(1000).toList();
        if (lines.isEmpty()) {
            throw new SegueException.BadInput(source.name(), 0, "holds nothing but empty lines.");
        }
        try {
            Files.writeString(sample, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return switch (lines.getFirst().strip().charAt(0)) {
            case '{' -> json(session, source, readable, sample, format);
            case '[' ->
                    throw new SegueException.BadInput(
                            source.name(),
                            1,
                            "is a JSON array. Give one object a line, for instance with: jq -c '.[]'");
            default -> text(session, source, readable, sample, lines, format);
        };
    }

    private static PlaysFile text(
            Session session,
            SourceFile source,
            Path readable,
            Path sample,
            List<String> lines,
            PlaysFormat format) {
        Dialect dialect = Dialect.detect(session, sample.toString(), lines);
        List<String> first = dialect.split(lines.getFirst());
        boolean header = isHeader(first, format);
        List<Role> columns;
        List<String> names = first;
        String note = "";
        if (!format.columns().isEmpty()) {
            names = format.columns();
            columns = typed(source, format.columns(), dialect.columns(), lines.getFirst());
        } else if (header) {
            columns = named(first);
        } else {
            columns = evident(source, dialect, lines);
            note = "no header: read as " + Columns.words(columns);
        }
        Map<Role, String> roles = Columns.best(names, columns, i -> "c" + i);
        Columns.check(source, roles, names);
        int leading = 0;
        for (String line : source.headText().lines().toList()) {
            if (!line.isBlank()) {
                break;
            }
            leading++;
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < dialect.columns(); i++) {
            all.add("c" + i);
        }
        String options =
                ", store_rejects = true, rejects_table = 'rejects_plays', rejects_scan = 'scan_plays'"
                        + compression(source, readable);
        return new PlaysFile(
                dialect.reader(readable.toString(), header ? leading + 1 : 0, options),
                roles,
                "concat_ws(%s, %s)"
                        .formatted(Sql.text(dialect.delimiter()), String.join(", ", all)),
                Staged.Form.CSV,
                header ? 1 : 0,
                dialect.columns(),
                !dialect.quote().isEmpty(),
                note);
    }

    /// The names of columns say what they are, or repeat what was told.
    private static boolean isHeader(List<String> first, PlaysFormat format) {
        int known = 0;
        int numbers = 0;
        int told = 0;
        for (int i = 0; i < first.size(); i++) {
            String field = first.get(i);
            known += Role.of(field).isPresent() ? 1 : 0;
            numbers += NUMBER.matcher(field).matches() ? 1 : 0;
            told +=
                    i < format.columns().size()
                                    && format.columns().get(i).strip().equalsIgnoreCase(field)
                            ? 1
                            : 0;
        }
        return numbers == 0 && (known >= 2 || told >= 2);
    }

    private static List<Role> named(List<String> names) {
        return names.stream().map(name -> Role.of(name).orElse(Role.SKIP)).toList();
    }

    private static List<Role> typed(
            SourceFile source, List<String> names, int columns, String firstLine) {
        if (names.size() != columns) {
            throw new SegueException.BadInput(
                    source.name(),
                    1,
                    "%d columns were named, the file has %d (\"%s\"). Skip one with \"-\"."
                            .formatted(names.size(), columns, Columns.shorten(firstLine)));
        }
        List<Role> roles = new ArrayList<>();
        for (String name : names) {
            roles.add(
                    Role.typed(name)
                            .orElseThrow(
                                    () ->
                                            new SegueException.BadInput(
                                                    source.name(),
                                                    0,
                                                    "\"%s\" is no column of plays. There are: %s, and - to skip one."
                                                            .formatted(name, Columns.all()))));
        }
        return roles;
    }

    /// Three columns whose last is a number: who, what, how often.
    private static List<Role> evident(SourceFile source, Dialect dialect, List<String> lines) {
        int fitting = 0;
        int songs = 0;
        int numericItems = 0;
        for (String line : lines) {
            List<String> fields = dialect.split(line);
            boolean fits = fields.size() == 3 && NUMBER.matcher(fields.get(2)).matches();
            fitting += fits ? 1 : 0;
            songs += fits && SONG.matcher(fields.get(1)).matches() ? 1 : 0;
            numericItems += fits && NUMBER.matcher(fields.get(1)).matches() ? 1 : 0;
        }
        if (dialect.columns() != 3 || fitting * 10 < lines.size() * 9) {
            throw new SegueException.BadInput(
                    source.name(),
                    1,
                    """
                    has no header that names its columns. The first line is
                      %s
                    Name them, for instance: --columns listener,time,-,artist,-,track"""
                            .formatted(Columns.shorten(lines.getFirst())));
        }
        Role item =
                songs * 2 > fitting
                        ? Role.TRACK_ID
                        : numericItems * 2 > fitting ? Role.ARTIST_ID : Role.ARTIST;
        return List.of(Role.LISTENER, item, Role.PLAYS);
    }

    private static PlaysFile json(
            Session session, SourceFile source, Path readable, Path sample, PlaysFormat format) {
        String lines =
                """
                read_csv(%s, auto_detect = false, header = false, delim = chr(31), quote = '',
                    escape = '', new_line = '\\n', columns = {'text': 'VARCHAR'}%s)""";
        List<String> paths =
                session.list(
                        """
                        SELECT fullkey FROM (SELECT text FROM %s WHERE json_valid(text)),
                            json_tree(text)
                        WHERE type NOT IN ('OBJECT', 'ARRAY', 'NULL') AND NOT contains(fullkey, '[')
                        GROUP BY fullkey ORDER BY length(fullkey), fullkey
                        """
                                .formatted(lines.formatted(Sql.text(sample.toString()), "")),
                        row -> row.getString(1));
        List<String> names =
                paths.stream().map(path -> path.substring(path.lastIndexOf('.') + 1)).toList();
        Map<Role, String> roles =
                Columns.best(names, rolesOf(format, names), i -> "j[" + (i + 1) + "]");
        Columns.check(source, roles, names);
        List<String> wanted = paths.stream().map(Sql::text).toList();
        String from =
                """
                (SELECT *, CASE WHEN valid THEN json_extract_string(text, [%s]) END AS j
                FROM (SELECT row_number() OVER () AS line, text, json_valid(text) AS valid FROM %s)
                WHERE text IS NOT NULL AND trim(text) <> '')"""
                        .formatted(
                                String.join(", ", wanted),
                                lines.formatted(
                                        Sql.text(readable.toString()),
                                        compression(source, readable)));
        return new PlaysFile(from, roles, "text", Staged.Form.NUMBERED, 0, 0, false, "");
    }

    private static PlaysFile parquet(
            Session session, SourceFile source, Path readable, PlaysFormat format) {
        String reader =
                "read_parquet(" + Sql.text(readable.toString()) + ", file_row_number = true)";
        session.load("CREATE OR REPLACE TEMP VIEW parquet_file AS FROM " + reader, source.name());
        List<String> names =
                session.list(
                        "SELECT column_name FROM (DESCRIBE parquet_file) WHERE column_name <> 'file_row_number'",
                        row -> row.getString(1));
        Map<Role, String> roles =
                Columns.best(
                        names,
                        rolesOf(format, names),
                        i -> "\"" + names.get(i).replace("\"", "\"\"") + "\"::VARCHAR");
        Columns.check(source, roles, names);
        return new PlaysFile(
                "(SELECT *, file_row_number + 1 AS line FROM parquet_file)",
                roles,
                "concat_ws(', ', " + String.join(", ", roles.values()) + ")",
                Staged.Form.NUMBERED,
                0,
                0,
                false,
                "");
    }

    private static List<Role> rolesOf(PlaysFormat format, List<String> names) {
        if (format.columns().size() != names.size()) {
            return named(names);
        }
        return format.columns().stream().map(n -> Role.typed(n).orElse(Role.SKIP)).toList();
    }

    private static String compression(SourceFile source, Path readable) {
        return readable.equals(source.path())
                ? ", compression = " + Sql.text(source.compression().sqlName())
                : "";
    }

    boolean has(Role role) {
        return roles.containsKey(role);
    }

    /// Whether rows are entries of playlists.
    boolean isOfPlaylists() {
        return has(Role.PLAYLIST) || has(Role.PLAYLIST_ID);
    }

    /// A condition: a row names neither artist nor track.
    String itemIsMissing() {
        return Stream.of(
                        Role.ARTIST,
                        Role.ARTIST_ID,
                        Role.ARTIST_MBID,
                        Role.TRACK,
                        Role.TRACK_ID,
                        Role.TRACK_MBID)
                .filter(this::has)
                .map(role -> "r_" + role.column() + " IS NULL")
                .collect(Collectors.joining(" AND "));
    }

    /// The first of some columns of `scratch.plays` that is filled; `NULL` where the file has none.
    String firstOf(Role... wanted) {
        List<String> present =
                Stream.of(wanted).filter(this::has).map(role -> "s." + role.column()).toList();
        return switch (present.size()) {
            case 0 -> "NULL::VARCHAR";
            case 1 -> present.getFirst();
            default -> "coalesce(" + String.join(", ", present) + ")";
        };
    }
}
