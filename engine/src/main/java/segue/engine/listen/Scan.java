package segue.engine.listen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.sound.FileStamp;

/// Looks for files of music. Reads folders and dates only, no file. Links are followed, each folder
/// is visited once; what is hidden is left out.
final class Scan {

    private static final Set<String> ENDINGS =
            Set.of(
                    "mp3", "flac", "ogg", "oga", "opus", "m4a", "m4b", "aac", "alac", "wav", "wave",
                    "aif", "aiff", "aifc", "wma", "mp2", "ape", "wv", "mpc", "mka", "tta", "ac3",
                    "caf", "dsf");

    /// Folders of other programs that hold no music of people's own.
    private static final Set<String> FOREIGN =
            Set.of("@eadir", "$recycle.bin", "system volume information", "lost+found");

    private final Run run;
    private final SortedMap<String, Found> files = new TreeMap<>();
    private final Map<String, Failure> problems = new TreeMap<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<Path> unread = new ArrayList<>();
    private final Set<Object> visited = new HashSet<>();

    private Scan(Run run) {
        this.run = run;
    }

    /// @throws SegueException.NotFound if a place does not exist: nothing is taken for removed then
    static Scan of(List<Path> places, Run run) {
        Scan scan = new Scan(run);
        for (Path place : places) {
            scan.place(place);
        }
        return scan;
    }

    private void place(Path place) {
        Path real;
        BasicFileAttributes attributes;
        try {
            real = place.toRealPath();
            attributes = Files.readAttributes(real, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw new SegueException.NotFound(
                    "There is no file or folder %s; if it is on a drive, connect it first."
                            .formatted(place.toAbsolutePath()));
        } catch (IOException e) {
            throw new SegueException.BadInput(
                    place.toString(), 0, "cannot be read: " + reason(e), e);
        }
        if (attributes.isDirectory()) {
            folders.add(real);
            folder(real, real, attributes);
        } else {
            Path parent = real.getParent();
            add(real, parent == null ? real : parent, attributes);
        }
    }

    private void folder(Path folder, Path place, BasicFileAttributes attributes) {
        run.check();
        Object key = attributes.fileKey();
        if (!visited.add(key == null ? realPath(folder) : key)) {
            return;
        }
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException e) {
            problem(folder, e);
            unread.add(folder);
            return;
        }
        Collections.sort(entries);
        for (Path entry : entries) {
            entry(entry, place);
        }
        run.report("looking for music", files.size(), 0, "");
    }

    private void entry(Path entry, Path place) {
        String name = String.valueOf(entry.getFileName()).toLowerCase(Locale.ROOT);
        if (name.startsWith(".") || FOREIGN.contains(name)) {
            return;
        }
        boolean music = ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
        try {
            BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                folder(entry, place, attributes);
            } else if (music && attributes.isRegularFile()) {
                add(entry, place, attributes);
            }
        } catch (IOException e) {
            boolean link = Files.isSymbolicLink(entry);
            if (music || (link && !name.contains("."))) { // what has no ending may be a folder
                problem(entry, e);
            }
            if (music || link) {
                unread.add(entry);
            }
        }
    }

    private void add(Path file, Path place, BasicFileAttributes attributes) {
        String text = Paths.text(file);
        files.putIfAbsent(
                text,
                new Found(
                        file,
                        place,
                        new FileStamp(
                                text,
                                attributes.size(),
                                attributes.lastModifiedTime().toMillis())));
    }

    private void problem(Path path, Exception e) {
        boolean link = !(e instanceof AccessDeniedException) && Files.isSymbolicLink(path);
        problems.put(
                Paths.text(path),
                new Failure(
                        link ? Failure.Kind.BROKEN_LINK : Failure.Kind.UNREADABLE,
                        link ? "a link that leads nowhere" : reason(e)));
    }

    private static String reason(Exception e) {
        return e instanceof AccessDeniedException
                ? "no permission; allow it to be read"
                : String.valueOf(e.getMessage());
    }

    private static Path realPath(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What was found, by path.
    SortedMap<String, Found> files() {
        return files;
    }

    /// What could not be looked into, by path.
    Map<String, Failure> problems() {
        return problems;
    }

    /// Whether a file of this path would have been found if it were there: it is below a folder
    /// that was named and read, and not there.
    boolean misses(Path file) {
        return folders.stream().anyMatch(file::startsWith)
                && unread.stream().noneMatch(file::startsWith)
                && Files.notExists(file);
    }
}
