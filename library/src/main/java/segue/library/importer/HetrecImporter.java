package segue.library.importer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.ImportReport;
import segue.library.store.Database;
import segue.library.store.Journal;
import segue.library.store.Session;

/// Imports the HetRec 2011 last.fm set (Cantador, Brusilovsky and Kuflik 2011): artists, listening
/// counts, tags with who gave them and when, friends.
public final class HetrecImporter {

    private static final String KIND = "hetrec";
    private static final double MAX_REJECTS = 0.1;

    private final Database database;
    private final Journal journal;

    public HetrecImporter(Database database) {
        this.database = database;
        this.journal = new Journal(database);
    }

    /// All or nothing. `artists.dat` and `user_artists.dat` must be there.
    public ImportReport read(Path directory, Run run) {
        database.writing().lock();
        try {
            return readAlone(directory.toAbsolutePath().normalize(), run);
        } finally {
            database.writing().unlock();
        }
    }

    private ImportReport readAlone(Path directory, Run run) {
        Instant started = Instant.now();
        if (!Files.isDirectory(directory)) {
            throw new SegueException.BadInput(
                    directory.toString(), 0, "is not a folder with the HetRec files.");
        }
        List<String> notes = new ArrayList<>();
        Map<HetrecFile, Path> paths = find(directory, notes);
        MessageDigest digest = Fingerprint.start(KIND);
        Map<HetrecFile, SourceFile> sources = new EnumMap<>(HetrecFile.class);
        paths.forEach((file, path) -> sources.put(file, SourceFile.scan(path, digest, run)));
        String hash = Fingerprint.end(digest);
        try (Session session = database.session(run, "import hetrec")) {
            Optional<ImportReport> before = journal.finished(session, KIND, hash);
            if (before.isPresent()) {
                return before.get();
            }
            try (Scratch scratch = Scratch.open(database, session)) {
                session.step(0, 400, "reading");
                List<Staged> staged = new ArrayList<>();
                sources.forEach(
                        (file, source) ->
                                staged.add(
                                        file.stage(
                                                session,
                                                source,
                                                scratch.plain(source, "plain_" + file, run))));
                HetrecFacts facts = new HetrecFacts(session, sources.keySet());
                facts.markStrangers();
                List<Rejections> parts = new ArrayList<>();
                for (Staged one : staged) {
                    parts.add(Rejections.of(session, one));
                }
                Rejections rejections = Rejections.all(parts);
                long good = facts.good();
                long read = good + rejections.count();
                rejections.check(directory.toString(), read, MAX_REJECTS);
                List<ImportReport> report = new ArrayList<>();
                session.step(400, 990, "storing");
                session.transaction(
                        () -> {
                            int number = journal.begin(session, KIND, directory.toString());
                            long kept = facts.store(number);
                            report.add(
                                    new ImportReport(
                                            directory.toString(),
                                            KIND,
                                            read,
                                            kept,
                                            good - kept,
                                            rejections.count(),
                                            rejections.reasons(),
                                            notes,
                                            Optional.empty(),
                                            RowsImport.seconds(started)));
                            long bytes =
                                    sources.values().stream().mapToLong(SourceFile::bytes).sum();
                            journal.end(session, number, hash, bytes, started, report.getFirst());
                        });
                return report.getFirst();
            }
        }
    }

    private static Map<HetrecFile, Path> find(Path directory, List<String> notes) {
        Map<HetrecFile, Path> found = new EnumMap<>(HetrecFile.class);
        for (HetrecFile file : HetrecFile.values()) {
            Path path = directory.resolve(file.fileName());
            if (Files.exists(path)) {
                found.put(file, path);
            } else if (file.isNeeded()) {
                throw new SegueException.BadInput(
                        directory.toString(),
                        0,
                        "has no %s. The HetRec 2011 last.fm set needs artists.dat and user_artists.dat."
                                .formatted(file.fileName()));
            }
        }
        if (found.containsKey(HetrecFile.TIMED_TAGGINGS)) {
            found.remove(HetrecFile.TAGGINGS);
        }
        boolean taggings =
                found.containsKey(HetrecFile.TAGGINGS)
                        || found.containsKey(HetrecFile.TIMED_TAGGINGS);
        if (!taggings) {
            notes.add("user_taggedartists.dat is missing: no tags given by listeners");
        }
        if (!found.containsKey(HetrecFile.TAGS)) {
            notes.add("tags.dat is missing: tags are left out");
            found.remove(HetrecFile.TAGGINGS);
            found.remove(HetrecFile.TIMED_TAGGINGS);
        }
        if (!found.containsKey(HetrecFile.FRIENDS)) {
            notes.add("user_friends.dat is missing: no friends");
        }
        return found;
    }
}
