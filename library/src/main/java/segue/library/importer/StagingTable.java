package segue.library.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.library.store.Session;

/// The statement that makes `scratch.plays` of a file, as it is put together: values that are
/// worked out of the columns of the file, those of them that are kept, and what makes a row unfit.
final class StagingTable {

    private final PlaysFile file;
    private final List<String> values = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final StringBuilder problem = new StringBuilder("CASE");

    StagingTable(PlaysFile file) {
        this.file = file;
    }

    /// A value with a name, for columns and problems to use.
    void value(String expression) {
        values.add(expression);
    }

    /// A column of the table.
    void column(String expression) {
        columns.add(expression);
    }

    /// Rows for which a condition holds are unfit; of several problems the first counts.
    void unfit(String condition, String why) {
        problem.append(" WHEN ").append(condition).append(" THEN ").append(Sql.text(why));
    }

    /// Reads the file.
    void load(Session session, SourceFile source) {
        column(file.form() == Staged.Form.NUMBERED ? "line" : moreLines() + " AS more_lines");
        column("problem");
        column("CASE WHEN problem IS NOT NULL THEN " + file.all() + " END AS told");
        session.load(
                """
                CREATE TABLE scratch.plays AS
                SELECT %s
                FROM (SELECT *, %s END AS problem FROM (SELECT *, %s FROM %s))
                """
                        .formatted(
                                String.join(", ", columns),
                                problem,
                                String.join(", ", values),
                                file.from()),
                source.name());
    }

    /// Lines of a row beyond its first, which only quotes make possible.
    private String moreLines() {
        return file.quoted()
                ? IntStream.range(0, file.columns())
                        .mapToObj(i -> "(" + Sql.moreLines("c" + i) + ")")
                        .collect(Collectors.joining(" + "))
                : "0";
    }
}
