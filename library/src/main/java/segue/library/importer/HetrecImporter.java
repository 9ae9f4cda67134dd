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
        run.check();
        return new ImportReport(
                directory + " into " + database.folder(),
                "hetrec",
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
