package segue.library.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import segue.library.store.Session;

/// How a text file of columns is written: what parts its fields, how they are quoted, how many
/// there are. Found by letting the database read the beginning in each way that is likely; the one
/// that makes sense of most lines wins.
///
/// @param delimiter one character
/// @param quote one character, or empty for none
/// @param escape what stands before a quote within quotes, or empty
/// @param columns how many fields a line has
record Dialect(String delimiter, String quote, String escape, int columns) {

    private static final List<String> DELIMITERS = List.of("\t", ",", ";", "|", " ");
    private static final int SAMPLE_LINES = 500;

    /// Only when it stores rejects does the reader go on after a broken quote: when it merely
    /// ignores errors it ends there without a word.
    private static final String PROBE =
            ", store_rejects = true, rejects_table = 'rejects_probe', rejects_scan = 'scan_probe'";

    /// @param sample a file with the first lines
    /// @param lines the same lines
    static Dialect detect(Session session, String sample, List<String> lines) {
        List<String> some = lines.subList(0, Math.min(SAMPLE_LINES, lines.size()));
        Dialect best = new Dialect(",", "", "", 1);
        long most = 0;
        for (String delimiter : DELIMITERS) {
            // A less usual delimiter must make clearly more sense of the lines.
            long beaten = most + most / 4;
            int columns =
                    isHeader(some.getFirst(), delimiter)
                            ? pieces(some.getFirst(), delimiter).size()
                            : usualColumns(some, delimiter);
            if (columns < 2) {
                continue;
            }
            for (Dialect candidate : candidates(some, delimiter, columns)) {
                long read =
                        session.number(
                                "SELECT count(*) FROM " + candidate.reader(sample, 0, PROBE));
                if (read > Math.max(most, best.delimiter().equals(delimiter) ? 0 : beaten)) {
                    most = read;
                    best = candidate;
                }
            }
        }
        return best;
    }

    /// The table function that reads `path` in this way into columns `c0`, `c1`, …
    ///
    /// @param skip lines to leave out at the beginning
    /// @param options more options, each after a comma
    String reader(String path, int skip, String options) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            names.append(i == 0 ? "" : ", ").append("'c").append(i).append("': 'VARCHAR'");
        }
        return """
        read_csv(%s, auto_detect = false, header = false, skip = %d, delim = %s, quote = %s,
            escape = %s, new_line = '\\n', strict_mode = true,
            columns = {%s}%s)"""
                .formatted(
                        Sql.text(path),
                        skip,
                        Sql.text(delimiter),
                        Sql.text(quote),
                        Sql.text(escape),
                        names,
                        options);
    }

    /// The fields of a line, without quotes around them.
    List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        for (String field : pieces(line, delimiter)) {
            String plain = field.strip();
            boolean quoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
            fields.add(quoted ? plain.substring(1, plain.length() - 1) : plain);
        }
        return fields;
    }

    private static List<Dialect> candidates(List<String> lines, String delimiter, int columns) {
        Dialect none = new Dialect(delimiter, "", "", columns);
        Dialect doubled = new Dialect(delimiter, "\"", "\"", columns);
        Dialect backslash = new Dialect(delimiter, "\"", "\\", columns);
        if (delimiter.equals("\t") || delimiter.equals(" ")) {
            return isQuoted(lines, delimiter) ? List.of(doubled, backslash) : List.of(none);
        }
        boolean spaced = lines.getFirst().contains("\"" + delimiter + " \"");
        return spaced ? List.of(backslash, doubled) : List.of(doubled, backslash);
    }

    /// Whether quotes are syntax and not part of some titles: one column has them in nearly all
    /// lines.
    private static boolean isQuoted(List<String> lines, String delimiter) {
        Pattern quoted = Pattern.compile("\".*\"");
        int[] quotedIn = new int[64];
        int[] filledIn = new int[64];
        for (String line : lines) {
            String[] fields = line.split(Pattern.quote(delimiter), -1);
            for (int i = 0; i < Math.min(fields.length, 64); i++) {
                filledIn[i] += fields[i].isBlank() ? 0 : 1;
                quotedIn[i] += quoted.matcher(fields[i].strip()).matches() ? 1 : 0;
            }
        }
        for (int i = 0; i < 64; i++) {
            if (quotedIn[i] > 1 && quotedIn[i] * 10 >= filledIn[i] * 8) {
                return true;
            }
        }
        return false;
    }

    /// Two fields at least have names of columns: then the first line tells how many there are.
    private static boolean isHeader(String line, String delimiter) {
        return pieces(line, delimiter).stream().filter(f -> Role.of(f).isPresent()).count() >= 2;
    }

    /// The most frequent number of fields; the smaller of two.
    private static int usualColumns(List<String> lines, String delimiter) {
        int[] lengths = new int[1000];
        for (String line : lines) {
            lengths[Math.min(pieces(line, delimiter).size(), lengths.length - 1)]++;
        }
        int best = 0;
        for (int i = 1; i < lengths.length; i++) {
            best = lengths[i] > lengths[best] ? i : best;
        }
        return best;
    }

    /// Parts a line at delimiters outside quotes: good enough to count and for headers; the rows
    /// themselves are read by the database.
    private static List<String> pieces(String line, String delimiter) {
        boolean quotes = !delimiter.equals("\t") && !delimiter.equals(" ");
        List<String> pieces = new ArrayList<>();
        boolean within = false;
        int from = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quotes && (i == 0 || line.charAt(i - 1) != '\\')) {
                within = !within;
            } else if (c == delimiter.charAt(0) && !within) {
                pieces.add(line.substring(from, i));
                from = i + 1;
            }
        }
        pieces.add(line.substring(from));
        return pieces;
    }
}
