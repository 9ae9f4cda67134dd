package segue.library.importer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import segue.core.run.Run;
import segue.library.ImportReport;
import segue.library.store.Database;
import segue.library.store.Journal;
import segue.library.store.Session;

/// One import of one file of rows: once for each content, staged aside, and then into the library,
/// all or nothing.
///
/// @param kind what the journal calls it
/// @param settings what besides the content makes it another import
/// @param maxRejects the share of rows that may be broken, 0..1
record RowsImport(Database database, String kind, String settings, double maxRejects) {

    RowsImport {
        if (!(maxRejects >= 0 && maxRejects <= 1)) {
            throw new IllegalArgumentException("maxRejects must be 0..1, is " + maxRejects);
        }
    }

    /// Reads a file into `scratch.plays`, a row's `problem` with it.
    @FunctionalInterface
    interface Staging {
        Ready stage(Session session, SourceFile source, Path readable, Path sample);
    }

    /// What lies ready to be stored.
    ///
    /// @param staged how lines of the file are found again
    /// @param notes what people should know of how it was understood
    record Ready(Staged staged, List<String> notes, Storing storing) {}

    /// Takes what is staged into the library, as the import of a number.
    @FunctionalInterface
    interface Storing {
        /// @return how many rows were kept
        long store(Session session, int number);
    }

    ImportReport read(Path path, Run run, Staging staging) {
        database.writing().lock();
        try {
            return readAlone(path, run, staging);
        } finally {
            database.writing().unlock();
        }
    }

    private ImportReport readAlone(Path path, Run run, Staging staging) {
        Instant started = Instant.now();
        Journal journal = new Journal(database);
        MessageDigest digest = Fingerprint.start(kind);
        digest.update(settings.getBytes(StandardCharsets.UTF_8));
        SourceFile source = SourceFile.scan(path, digest, run);
        String hash = Fingerprint.end(digest);
        try (Session session = database.session(run, "import " + path.getFileName())) {
            Optional<ImportReport> before = journal.finished(session, kind, hash);
            if (before.isPresent()) {
                return before.get();
            }
            try (Scratch scratch = Scratch.open(database, session)) {
                session.step(0, 20, "detecting the format");
                Path readable = scratch.plain(source, "plain", run);
                Ready ready = staging.stage(session, source, readable, scratch.file("sample"));
                Rejections rejections = Rejections.of(session, ready.staged());
                long good =
                        session.number("SELECT count(*) FROM scratch.plays WHERE problem IS NULL");
                long read = good + rejections.count();
                rejections.check(source.name(), read, maxRejects);
                List<ImportReport> report = new ArrayList<>();
                session.transaction(
                        () -> {
                            int number = journal.begin(session, kind, source.name());
                            long kept = ready.storing().store(session, number);
                            report.add(
                                    new ImportReport(
                                            source.name(),
                                            kind,
                                            read,
                                            kept,
                                            good - kept,
                                            rejections.count(),
                                            rejections.reasons(),
                                            ready.notes(),
                                            Optional.empty(),
                                            seconds(started)));
                            journal.end(
                                    session,
                                    number,
                                    hash,
                                    source.bytes(),
                                    started,
                                    report.getFirst());
                        });
                session.step(990, 1000, "done");
                return report.getFirst();
            }
        }
    }

    static double seconds(Instant started) {
        return Duration.between(started, Instant.now()).toMillis() / 1000.0;
    }
}
