package segue.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rows in aligned columns. A column is aligned to the right if its name starts with `>`.
final class Table {

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... columns) {
        this.columns = List.of(columns);
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /// How many rows there are.
    int size() {
        return rows.size();
    }

    /// Prints the rows, with the names of the columns above unless all are empty.
    void print(Terminal terminal) {
        List<String> names = columns.stream().map(name -> name.replace(">", "")).toList();
        if (!String.join("", names).isBlank()) {
            terminal.out().println(terminal.dim(line(names)));
        }
        for (List<String> row : rows) {
            terminal.out().println(line(row));
        }
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder(" ");
        for (int column = 0; column < columns.size(); column++) {
            String cell = cells.get(column);
            String gap = " ".repeat(width(column) - length(cell));
            line.append(' ').append(columns.get(column).startsWith(">") ? gap + cell : cell + gap);
            line.append(' ');
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int width = length(columns.get(column).replace(">", ""));
        for (List<String> row : rows) {
            width = Math.max(width, length(row.get(column)));
        }
        return width;
    }

    /// Characters as people count them, wide ones (Chinese, Japanese, Korean) as two.
    private static int length(String text) {
        return text.codePoints().map(Table::cells).sum();
    }

    private static int cells(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return switch (Character.UnicodeScript.of(character)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> 2;
            default -> 1;
        };
    }

    /// "92,834".
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// "0.2491".
    static String metric(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }

    /// "1.2 MB".
    static String size(long bytes) {
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes / 1e3));
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    /// "0.4 s", "2 min 5 s".
    static String seconds(double seconds) {
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : "%d min %d s".formatted((long) seconds / 60, (long) seconds % 60);
    }

    /// "2026-11-21", as the clock on the wall says.
    static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneId.systemDefault()).toString();
    }

    /// "2026-11-21 08:15", as the clock on the wall says.
    static String minute(Instant instant) {
        LocalDateTime time =
                LocalDateTime.ofInstant(instant, ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.MINUTES);
        return time.toLocalDate() + " " + time.toLocalTime();
    }
}
