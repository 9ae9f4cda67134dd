package segue.library.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import segue.core.run.SegueException;
import segue.library.store.Session;

/// The files of the HetRec 2011 last.fm set: tab-separated, never quoted, with a header.
enum HetrecFile {
    ARTISTS("artists.dat", true, "id", "name", "url", "pictureURL"),
    TAGS("tags.dat", false, "tagID", "tagValue"),
    PLAYS("user_artists.dat", true, "userID", "artistID", "weight"),
    TAGGINGS(
            "user_taggedartists.dat", false, "userID", "artistID", "tagID", "day", "month", "year"),
    TIMED_TAGGINGS(
            "user_taggedartists-timestamps.dat", false, "userID", "artistID", "tagID", "timestamp"),
    FRIENDS("user_friends.dat", false, "userID", "friendID");

    private final String fileName;
    private final boolean needed;

    // List.of is immutable; its type does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> header;

    HetrecFile(String fileName, boolean needed, String... header) {
        this.fileName = fileName;
        this.needed = needed;
        this.header = List.of(header);
    }

    String fileName() {
        return fileName;
    }

    boolean isNeeded() {
        return needed;
    }

    /// The staging table.
    String table() {
        return "scratch." + name().toLowerCase(Locale.ROOT);
    }

    /// Loads the file into a staging table with the columns of its header, `problem`, `told` and
    /// `more_lines`.
    ///
    /// @param readable the file as the database can read it
    Staged stage(Session session, SourceFile source, Path readable) {
        String first = source.headText().lines().findFirst().orElse("");
        if (!List.of(first.strip().split("\t")).equals(header)) {
            throw new SegueException.BadInput(
                    source.name(),
                    1,
                    "expected the columns %s, found: %s"
                            .formatted(String.join(", ", header), Columns.shorten(first)));
        }
        Staged staged =
                new Staged(source, readable, name().toLowerCase(Locale.ROOT), Staged.Form.CSV, 1);
        String options =
                ", store_rejects = true, rejects_table = '%s', rejects_scan = 'scan_%s'%s"
                        .formatted(
                                staged.rejects(),
                                staged.table(),
                                readable.equals(source.path())
                                        ? ", compression = "
                                                + Sql.text(source.compression().sqlName())
                                        : "");
        Dialect dialect = new Dialect("\t", "", "", header.size());
        List<String> columns = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            columns.add(Sql.filled("c" + i) + " AS " + header.get(i));
            all.add("c" + i);
        }
        session.load(
                """
                CREATE TABLE %s AS
                SELECT * EXCLUDE (raw), CASE WHEN problem IS NOT NULL THEN raw END AS told
                FROM (SELECT *, %s AS problem FROM (
                    SELECT %s, concat_ws(chr(9), %s) AS raw, 0 AS more_lines FROM %s))
                """
                        .formatted(
                                staged.qualified(),
                                problem(),
                                String.join(", ", columns),
                                String.join(", ", all),
                                dialect.reader(readable.toString(), 1, options)),
                source.name());
        return staged;
    }

    private String problem() {
        return switch (this) {
            case ARTISTS -> "CASE WHEN id IS NULL OR name IS NULL THEN 'no artist' END";
            case TAGS -> "CASE WHEN tagID IS NULL OR tagValue IS NULL THEN 'no tag' END";
            case PLAYS ->
                    """
                    CASE WHEN userID IS NULL THEN 'no listener'
                        WHEN artistID IS NULL THEN 'no artist'
                        WHEN try_cast(weight AS DOUBLE) IS NULL OR isnan(try_cast(weight AS DOUBLE))
                            OR isinf(try_cast(weight AS DOUBLE)) THEN 'plays is not a number'
                        WHEN try_cast(weight AS DOUBLE) < 0 THEN 'negative plays'
                        WHEN try_cast(weight AS DOUBLE) = 0 THEN 'no plays' END""";
            case TAGGINGS, TIMED_TAGGINGS ->
                    """
                    CASE WHEN userID IS NULL THEN 'no listener' WHEN artistID IS NULL THEN 'no artist'
                        WHEN tagID IS NULL THEN 'no tag' END""";
            case FRIENDS -> "CASE WHEN userID IS NULL OR friendID IS NULL THEN 'no listener' END";
        };
    }
}
