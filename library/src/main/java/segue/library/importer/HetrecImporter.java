package segue.library.importer;

import java.nio.file.Path;
import segue.core.run.Run;
import segue.library.ImportReport;
import segue.library.store.Database;

/// stub
public final class HetrecImporter {
    private final Database database;

    public HetrecImporter(Database database) {
        this.database = database;
    }

    public ImportReport read(Path directory, Run run) {
        throw new UnsupportedOperationException(directory + " " + run + database);
    }
}
