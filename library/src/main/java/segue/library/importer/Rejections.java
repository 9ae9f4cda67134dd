package segue.library.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import segue.core.run.SegueException;
import segue.library.ImportReport.Example;
import segue.library.ImportReport.Reason;
import segue.library.store.Session;

/// The rows of a staged file that are left out: why, how many, and where the first of them stand.
///
/// @param count all rows left out
/// @param reasons the most frequent first
record Rejections(long count, List<Reason> reasons) {

    private static final int EXAMPLES = 3;
    private static final int SHOWN = 80;

    /// Rows that could not be parted into columns: one line per record, its first error.
    private static final String BROKEN =
            """
            SELECT line_byte_position - 1 AS position, arg_min(error_type, column_idx) AS error,
                any_value(csv_line) AS text
            FROM %s GROUP BY position
            """;

    /// Looks through a staged file.
    static Rejections of(Session session, Staged staged) {
        try {
            Map<String, Reason> reasons = new TreeMap<>();
            if (staged.form() == Staged.Form.CSV) {
                broken(session, staged, reasons);
            }
            problems(session, staged, reasons);
            if (staged.form() == Staged.Form.CSV) {
                lost(session, staged, reasons);
            }
            List<Reason> sorted = new ArrayList<>(reasons.values());
            sorted.sort(
                    Comparator.comparingLong(Reason::count)
                            .reversed()
                            .thenComparing(Reason::reason));
            return new Rejections(sorted.stream().mapToLong(Reason::count).sum(), sorted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Several files as one.
    static Rejections all(List<Rejections> parts) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        for (Rejections part : parts) {
            for (Reason reason : part.reasons()) {
                reasons.merge(reason.reason(), reason, Rejections::join);
            }
        }
        List<Reason> sorted = new ArrayList<>(reasons.values());
        sorted.sort(Comparator.comparingLong(Reason::count).reversed());
        return new Rejections(sorted.stream().mapToLong(Reason::count).sum(), sorted);
    }

    /// @throws SegueException.BadInput if more than `share` of `read` rows are left out
    void check(String source, long read, double share) {
        if (count <= share * read) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Reason reason : reasons.subList(0, Math.min(EXAMPLES, reasons.size()))) {
            text.append("\n  %,d × %s".formatted(reason.count(), reason.reason()));
            for (Example example : reason.examples()) {
                text.append("\n    line %d: %s".formatted(example.line(), example.text()));
            }
        }
        throw new SegueException.BadInput(
                source,
                0,
                "%,d of %,d rows are broken, more than %.0f %%: nothing was imported.%s"
                        .formatted(count, read, share * 100, text));
    }

    private static Reason join(Reason a, Reason b) {
        List<Example> examples = new ArrayList<>(a.examples());
        examples.addAll(b.examples());
        return new Reason(
                a.reason(),
                a.count() + b.count(),
                examples.subList(0, Math.min(EXAMPLES, examples.size())));
    }

    private static void broken(Session session, Staged staged, Map<String, Reason> reasons)
            throws IOException {
        record Broken(String error, long count) {}
        String all = BROKEN.formatted(staged.rejects());
        List<Broken> counts =
                session.list(
                        "SELECT error::VARCHAR, count(*) FROM (" + all + ") GROUP BY 1 ORDER BY 1",
                        row -> new Broken(row.getString(1), row.getLong(2)));
        if (counts.isEmpty()) {
            return;
        }
        record First(long position, String error, String text) {}
        List<First> firsts =
                session.list(
                        """
                        SELECT position, error::VARCHAR, text FROM (%s)
                        QUALIFY row_number() OVER (PARTITION BY error ORDER BY position) <= %d
                        ORDER BY position
                        """
                                .formatted(all, EXAMPLES),
                        row -> new First(row.getLong(1), row.getString(2), row.getString(3)));
        Map<String, List<Example>> examples = new HashMap<>();
        try (Lines lines = new Lines(staged.open())) {
            for (First first : firsts) {
                int feeds = leadingFeeds(first.text());
                lines.goToByte(first.position() + feeds);
                examples.computeIfAbsent(first.error(), e -> new ArrayList<>())
                        .add(example(staged, lines.line(), first.text()));
            }
        }
        for (Broken broken : counts) {
            String words = words(broken.error());
            Reason reason =
                    new Reason(
                            words,
                            broken.count(),
                            examples.getOrDefault(broken.error(), List.of()));
            reasons.merge(words, reason, Rejections::join);
        }
    }

    /// Lines that the database passed over without a word. None are known; but a row must never be
    /// lost silently, so they are counted.
    private static void lost(Session session, Staged staged, Map<String, Reason> reasons) {
        long read =
                session.number(
                        "SELECT coalesce(sum(1 + more_lines), 0)::BIGINT FROM "
                                + staged.qualified());
        long broken =
                session.number(
                        """
                        SELECT coalesce(sum(len(regexp_extract_all(trim(text, chr(10)), '\\n+')) + 1), 0)::BIGINT
                        FROM (%s)
                        """
                                .formatted(BROKEN.formatted(staged.rejects())));
        long lost = staged.source().filledLines() - staged.skipped() - read - broken;
        if (lost > 0) {
            reasons.put(
                    "swallowed by broken quotes",
                    new Reason("swallowed by broken quotes", lost, List.of()));
        }
    }

    private static void problems(Session session, Staged staged, Map<String, Reason> reasons)
            throws IOException {
        record Problem(String problem, long row, String told, long count) {}
        List<Problem> problems =
                session.list(
                        """
                        SELECT problem, %2$s AS n, told, count(*) OVER (PARTITION BY problem)
                        FROM %1$s WHERE problem IS NOT NULL
                        QUALIFY row_number() OVER (PARTITION BY problem ORDER BY n) <= %3$d
                        ORDER BY n
                        """
                                .formatted(
                                        staged.qualified(),
                                        staged.form() == Staged.Form.NUMBERED ? "line" : "rowid",
                                        EXAMPLES),
                        row ->
                                new Problem(
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getString(3),
                                        row.getLong(4)));
        Map<Long, Long> lines = new HashMap<>();
        if (staged.form() == Staged.Form.CSV && !problems.isEmpty()) {
            lines = linesOf(session, staged, problems.stream().map(Problem::row).toList());
        }
        for (Problem problem : problems) {
            long line = lines.getOrDefault(problem.row(), problem.row());
            Example example = example(staged, line, problem.told());
            reasons.merge(
                    problem.problem(),
                    new Reason(problem.problem(), problem.count(), List.of(example)),
                    (a, b) -> new Reason(a.reason(), a.count(), join(a, b).examples()));
        }
    }

    /// The lines of rows that were read well: the database does not tell them. They are counted
    /// from what it does tell: how many lines each row before has, and where the broken records
    /// between them stand.
    ///
    /// @param rows ascending
    private static Map<Long, Long> linesOf(Session session, Staged staged, List<Long> rows)
            throws IOException {
        long[] goodLines = new long[rows.size()];
        for (int i = 0; i < goodLines.length; i++) {
            goodLines[i] =
                    1
                            + session.number(
                                    "SELECT coalesce(sum(1 + more_lines), 0)::BIGINT FROM %s WHERE rowid < ?"
                                            .formatted(staged.qualified()),
                                    rows.get(i));
        }
        long[] filled = new long[rows.size()];
        try (Lines walk = new Lines(staged.open())) {
            session.chunks(
                    """
                    SELECT position::BIGINT,
                        (len(regexp_extract_all(trim(text, chr(10)), '\\n+')) + 1)::BIGINT,
                        (len(text) - len(ltrim(text, chr(10))))::BIGINT
                    FROM (%s) ORDER BY position
                    """
                            .formatted(BROKEN.formatted(staged.rejects())),
                    broken -> passBroken(broken, walk, staged.skipped(), goodLines, filled));
        }
        Map<Long, Long> lines = new HashMap<>();
        try (Lines walk = new Lines(staged.open())) {
            for (int i = 0; i < filled.length; i++) {
                walk.goToFilled(filled[i]);
                lines.put(rows.get(i), walk.line());
            }
        }
        return lines;
    }

    /// Turns "the g-th line of good rows" into "the f-th line that is not empty".
    private static void passBroken(
            DuckDBChunkedResult broken, Lines walk, int skipped, long[] goodLines, long[] filled) {
        long brokenLines = 0;
        int next = 0;
        try {
            while (next < goodLines.length && broken.nextChunk()) {
                DuckDBDataChunkReader chunk = broken.chunk();
                for (long i = 0; i < chunk.rowCount() && next < goodLines.length; i++) {
                    walk.goToByte(chunk.vector(0).getLong(i) + chunk.vector(2).getLong(i));
                    long goodBefore = walk.filledBefore() - skipped - brokenLines;
                    while (next < goodLines.length && goodLines[next] <= goodBefore) {
                        filled[next] = skipped + brokenLines + goodLines[next];
                        next++;
                    }
                    brokenLines += chunk.vector(1).getLong(i);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (; next < goodLines.length; next++) {
            filled[next] = skipped + brokenLines + goodLines[next];
        }
    }

    private static int leadingFeeds(String text) {
        int feeds = 0;
        while (feeds < text.length() && text.charAt(feeds) == '\n') {
            feeds++;
        }
        return feeds;
    }

    private static Example example(Staged staged, long line, String text) {
        String oneLine = text.strip().replace('\n', ' ');
        String shown = oneLine.length() > SHOWN ? oneLine.substring(0, SHOWN) + "…" : oneLine;
        return new Example(staged.source().path().getFileName().toString(), line, shown);
    }

    private static String words(String error) {
        return switch (error) {
            case "MISSING COLUMNS" -> "too few columns";
            case "TOO MANY COLUMNS" -> "too many columns";
            case "UNQUOTED VALUE" -> "broken quotes";
            case "INVALID ENCODING", "INVALID UNICODE" -> "bytes that are not text";
            case "LINE SIZE OVER MAXIMUM" -> "line too long";
            default -> "broken row";
        };
    }
}
