package segue.library.exporter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import segue.core.data.Ids;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.Kind;
import segue.library.RankedLists;
import segue.library.store.Database;
import segue.library.store.Names;
import segue.library.store.Session;

/// Writes ranked lists to a CSV or Parquet file, by the ending of its name. The file appears whole
/// or not at all.
public final class ListsExporter {

    private final Database database;

    public ListsExporter(Database database) {
        this.database = database;
    }

    /// @return how many rows were written
    /// @throws SegueException.BadInput if the ending is neither .csv, .csv.gz nor .parquet
    public long write(Path file, RankedLists lists, Run run) {
        String options = options(file);
        Path absolute = file.toAbsolutePath();
        Path folder = Objects.requireNonNullElse(absolute.getParent(), absolute);
        if (!Files.isDirectory(folder)) {
            throw new SegueException.NotFound("There is no folder " + folder + ".");
        }
        Path part = folder.resolve("." + file.getFileName() + ".part");
        try (Session session = database.session(run, "write " + file.getFileName())) {
            session.step(0, 100, "gathering");
            ids(session, "subjects", lists.subjects());
            ids(session, "items", lists.items());
            session.run(
                    "CREATE TEMP TABLE lists (subject INTEGER, rank INTEGER, item INTEGER, score FLOAT, raw FLOAT)");
            session.append(
                    "lists",
                    row ->
                            lists.rows()
                                    .accept(
                                            (subject, rank, item, score, raw) ->
                                                    row.add(subject, rank, item, score, raw)));
            session.step(500, 1000, "writing");
            session.run(copy(lists, part, options));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return session.number("SELECT count(*) FROM lists");
        } catch (IOException e) {
            throw new SegueException.Failed(file + " could not be written: " + e.getMessage(), e);
        } finally {
            part.toFile().delete();
        }
    }

    private static String options(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet")) {
            return "FORMAT parquet, COMPRESSION zstd";
        }
        if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
            return "FORMAT csv, HEADER" + (name.endsWith(".gz") ? ", COMPRESSION gzip" : "");
        }
        throw new SegueException.BadInput(
                file.toString(), 0, "the name must end with .parquet, .csv or .csv.gz");
    }

    private static void ids(Session session, String table, Ids ids) {
        session.run("CREATE TEMP TABLE %s (position INTEGER, id VARCHAR)".formatted(table));
        session.append(
                table,
                row -> {
                    for (int i = 0; i < ids.size(); i++) {
                        row.add(i, ids.id(i));
                    }
                });
    }

    private static String copy(RankedLists lists, Path to, String options) {
        return """
        COPY (
            SELECT s.id AS "%s", l.rank, i.id, coalesce(%s, i.id) AS name, l.score, l.raw AS "rawScore"
            FROM lists l
            JOIN subjects s ON s.position = l.subject
            JOIN items i ON i.position = l.item
            LEFT JOIN (%s) n ON n.id = i.id
            ORDER BY l.subject, l.rank
        ) TO '%s' (%s)
        """
                .formatted(
                        lists.subject().word(),
                        lists.item() == Kind.TRACK
                                ? "if(n.detail = '', n.name, n.detail || ' - ' || n.name)"
                                : "n.name",
                        Names.view(lists.item()),
                        to.toString().replace("'", "''"),
                        options);
    }
}
