package segue.library.importer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that was read into a staging table, in the order of its rows.
///
/// The table has a column `problem`, null where the row is good, and `told`, the text of a row with
/// a problem. Rows that the database could not part into columns are in `rejects_` + table.
///
/// @param source the outside file
/// @param readable what the database read: the file itself or a plain copy
/// @param table the name of the table in the scratch database
/// @param form where line numbers come from
/// @param skipped lines left out at the beginning
record Staged(SourceFile source, Path readable, String table, Form form, int skipped) {

    /// Where the line number of a row comes from.
    enum Form {
        /// Counted: the table has a column `more_lines`.
        CSV,
        /// Stored: the table has a column `line`.
        NUMBERED
    }

    String qualified() {
        return "scratch." + table;
    }

    String rejects() {
        return "rejects_" + table;
    }

    /// The bytes that the database read, unpacked.
    InputStream open() throws IOException {
        return readable.equals(source.path())
                ? source.open()
                : new BufferedInputStream(Files.newInputStream(readable), 1 << 16);
    }
}
