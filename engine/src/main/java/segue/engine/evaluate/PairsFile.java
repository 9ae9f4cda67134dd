package segue.engine.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// A plain text file with a line `user item value` for each cell; the value may be missing and is
/// then 1. The first line tells whether tabs, commas or blanks separate, and may be a header. For
/// real logs there are the importers of the library; this is the format of published splits.
final class PairsFile {

    /// Takes one cell.
    interface Sink {
        void cell(String user, String item, float value);
    }

    private static final long LINES_BETWEEN_CHECKS = 65_536;

    private final Path file;

    PairsFile(Path file) {
        this.file = file;
    }

    /// @throws SegueException.BadInput naming the first line that is no cell
    void read(Run run, Sink sink) {
        lines(run, (fields, line) -> cell(fields, line, sink));
    }

    /// Only the ids that lines begin with; what follows is not read.
    ///
    /// @throws SegueException.BadInput naming the first line that has fewer than `least`
    void ids(int least, Run run, Consumer<String[]> sink) {
        lines(
                run,
                (fields, line) -> {
                    if (fields.length < least) {
                        throw bad(
                                line,
                                "expected at least %d fields, found %d"
                                        .formatted(least, fields.length));
                    }
                    sink.accept(fields);
                });
    }

    /// Takes the fields of a line and its number.
    private interface Fields {
        void take(String[] fields, long line);
    }

    private void lines(Run run, Fields taken) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            Pattern separator = Pattern.compile("\t");
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (number == 1) {
                    separator = separator(line);
                }
                if (number % LINES_BETWEEN_CHECKS == 0) {
                    run.check();
                }
                if (!line.isBlank()) {
                    taken.take(separator.split(line.strip()), number);
                }
            }
        } catch (NoSuchFileException e) {
            throw new SegueException.NotFound("There is no file " + file + ".");
        } catch (CharacterCodingException e) {
            throw new SegueException.BadInput(file.toString(), 0, "is no UTF-8 text", e);
        } catch (IOException e) {
            throw new SegueException.BadInput(
                    file.toString(), 0, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static Pattern separator(String line) {
        if (line.contains("\t")) {
            return Pattern.compile("\t");
        }
        return Pattern.compile(line.contains(",") ? " *, *" : " +");
    }

    private void cell(String[] fields, long line, Sink sink) {
        if (fields.length < 2 || fields.length > 3) {
            throw bad(line, "expected 'user item value', found %d fields".formatted(fields.length));
        }
        float value = 1;
        if (fields.length == 3) {
            try {
                value = Float.parseFloat(fields[2]);
            } catch (NumberFormatException e) {
                if (line == 1) {
                    return;
                }
                throw bad(line, "the value '%s' is no number".formatted(fields[2]));
            }
        }
        if (!(value >= 0) || Float.isInfinite(value)) {
            throw bad(line, "the value must be a number from 0 on, found " + fields[2]);
        }
        sink.cell(fields[0], fields[1], value);
    }

    private SegueException bad(long line, String what) {
        return new SegueException.BadInput(file.toString(), line, what);
    }
}
