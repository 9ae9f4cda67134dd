package segue.library.importer;

import java.nio.file.Path;
import segue.core.run.Run;
import segue.library.ImportReport;
import segue.library.store.Database;

/// stub
public final class PlaysImporter {
    private final Database database;

    public PlaysImporter(Database database) {
        this.database = database;
    }

    public ImportReport read(Path directory, segue.library.PlaysFormat format, Run run) {
        run.check();
        return new ImportReport(
                directory + " into " + database.folder() + format,
                "plays",
                0,
                0,
                0,
                0,
                java.util.List.of(),
                java.util.List.of(),
                java.util.Optional.empty(),
                0);
    }
}
