package segue.engine.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.listen.ListenRequest;
import segue.library.ImportReport;
import segue.library.PlaysFormat;

/// Imports a file, or a folder.
///
/// @param kind what it is of; AUTO: as it looks
/// @param listener whose plays these are where the file does not say
/// @param columns what the columns are; empty: the header says
/// @param each whether the files of a folder are each for themselves, as uploads are
public record ImportWork(
        String path,
        Kind kind,
        String listener,
        List<String> columns,
        double maxRejects,
        boolean each)
        implements Work {

    static final ImportWork DEFAULTS =
            new ImportWork(
                    "",
                    Kind.AUTO,
                    PlaysFormat.DEFAULTS.listener(),
                    List.of(),
                    PlaysFormat.DEFAULTS.maxRejects(),
                    false);

    private static final Set<String> SOUND =
            Set.of(
                    "mp3", "flac", "ogg", "oga", "opus", "m4a", "aac", "wav", "aif", "aiff", "wma",
                    "ape", "wv", "alac", "mp4", "mka");

    /// What a file is of.
    public enum Kind {
        AUTO,
        PLAYS,
        FEATURES,
        FEEDBACK,
        HETREC,
        /// Files of sound, to be listened to.
        MUSIC
    }

    public ImportWork {
        columns = List.copyOf(columns);
    }

    ImportWork checked() {
        if (path.isBlank()) {
            throw new IllegalArgumentException("'path' is missing");
        }
        new PlaysFormat(columns, listener, maxRejects);
        return this;
    }

    @Override
    public String title() {
        String name = String.valueOf(Path.of(path).getFileName());
        return each ? "Import what was uploaded" : "Import " + name;
    }

    @Override
    public void confine(Places places) {
        Path real = places.real(path);
        if (real.toString().isEmpty()) {
            throw new IllegalArgumentException("'path' is empty");
        }
    }

    /// @param imports one report a file
    /// @param listened the report of listening, if there was something to listen to
    /// @param failures files of which nothing was taken, while others were
    record Imported(List<ImportReport> imports, List<Object> listened, List<Failure> failures) {}

    /// A file of which nothing was taken, and why.
    record Failure(String file, String reason) {}

    @Override
    public Object run(Segue segue, Run run, Teller teller) {
        List<Path> files = each ? files(Path.of(path)) : List.of(Path.of(path));
        List<ImportReport> reports = new ArrayList<>();
        List<Path> music = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (Path file : files) {
            Kind what = kind == Kind.AUTO ? guess(file) : kind;
            if (what == Kind.MUSIC) {
                music.add(file);
            } else {
                ImportReport report;
                try {
                    report = one(segue, file, what, run);
                } catch (SegueException.BadInput | SegueException.NotFound e) {
                    if (files.size() == 1) {
                        throw e;
                    }
                    // The others are no worse for it.
                    Failure failure = failure(file, e);
                    failures.add(failure);
                    teller.say(failure.file() + ": " + failure.reason());
                    continue;
                }
                teller.say(
                        "%s: read %d, kept %d, already there %d, rejected %d"
                                .formatted(
                                        file.getFileName(),
                                        report.read(),
                                        report.kept(),
                                        report.duplicates(),
                                        report.rejected()));
                report.notes().forEach(teller::say);
                reports.add(report);
            }
        }
        List<Object> listened =
                music.isEmpty() ? List.of() : List.of(segue.listen(ListenRequest.of(music), run));
        if (reports.isEmpty() && listened.isEmpty() && !failures.isEmpty()) {
            throw new SegueException.BadInput(
                    "None of the files could be imported", 0, failures.getFirst().reason());
        }
        if (each) {
            files.stream().filter(file -> !music.contains(file)).forEach(ImportWork::delete);
        }
        return new Imported(reports, listened, failures);
    }

    /// By the file's own name, not by where uploads are kept.
    private static Failure failure(Path file, SegueException problem) {
        String reason = String.valueOf(problem.getMessage());
        String place = file + ": ";
        return new Failure(
                String.valueOf(file.getFileName()),
                reason.startsWith(place) ? reason.substring(place.length()) : reason);
    }

    private ImportReport one(Segue segue, Path file, Kind what, Run run) {
        PlaysFormat format = new PlaysFormat(columns, listener, maxRejects);
        return switch (what) {
            case HETREC -> segue.importHetrec(file, run);
            case FEATURES -> segue.importFeatures(file, maxRejects, run);
            case FEEDBACK -> segue.importFeedback(file, format, run);
            case PLAYS, AUTO, MUSIC -> segue.importPlays(file, format, run);
        };
    }

    /// What was uploaded and is in the library now; music stays where it is played from.
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By its name and its first line.
    private static Kind guess(Path file) {
        if (Files.isDirectory(file)) {
            return Files.exists(file.resolve("user_artists.dat")) ? Kind.HETREC : Kind.MUSIC;
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (SOUND.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return Kind.MUSIC;
        }
        String header = firstLine(file).toLowerCase(Locale.ROOT);
        if (header.contains("danceability")) {
            return Kind.FEATURES;
        }
        return Stream.of("kind", "feedback", "score")
                        .anyMatch(word -> List.of(header.split("[^a-z]+", -1)).contains(word))
                ? Kind.FEEDBACK
                : Kind.PLAYS;
    }

    private static String firstLine(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            char[] start = new char[4096];
            int length = reader.read(start);
            return length <= 0 ? "" : new String(start, 0, length).lines().findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
