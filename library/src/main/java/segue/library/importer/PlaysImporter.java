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
        throw new UnsupportedOperationException(directory + " " + run + database);
    }
}
