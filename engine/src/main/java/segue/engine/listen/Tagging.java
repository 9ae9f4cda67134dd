package segue.engine.listen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import segue.audio.feature.Key;
import segue.audio.tag.TagReader;
import segue.audio.tag.TagWriter;
import segue.audio.tag.Tags;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.Library;
import segue.library.sound.FileNews;
import segue.library.sound.FileStamp;
import segue.library.sound.HeardTrack;
import segue.library.sound.Measures;

/// Writes tempo, key and energy into the tags of files, where they say something else.
final class Tagging {

    private static final int BATCH = 100;

    /// Some tags hold whole tempos only.
    private static final double SAME_BPM = .51;

    private final Library library;
    private final Run run;
    private final SortedMap<String, String> failures = new TreeMap<>();
    private final List<FileNews> batch = new ArrayList<>();
    private int written;

    Tagging(Library library, Run run) {
        this.library = library;
        this.run = run;
    }

    /// @param among only these files
    void write(Map<String, Found> among) {
        List<HeardTrack> tracks =
                library.heard().tracks().stream()
                        .filter(track -> among.containsKey(track.path()))
                        .toList();
        try {
            for (int i = 0; i < tracks.size(); i++) {
                run.check();
                run.report("write tags", i, tracks.size(), "");
                write(tracks.get(i));
                if (batch.size() >= BATCH) {
                    store();
                }
            }
        } finally {
            // Else what was written would be taken for changed, and heard again.
            store();
        }
    }

    private void write(HeardTrack track) {
        Path path = Paths.path(track.path());
        Measures measures = track.measures();
        Optional<Key> key =
                measures.keyTonic() < 0
                        ? Optional.empty()
                        : Optional.of(new Key(measures.keyTonic(), measures.keyMinor()));
        OptionalDouble bpm =
                Double.isNaN(measures.bpm())
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(measures.bpm());
        if (says(TagReader.read(path, Map.of(), path.getFileName()), bpm, key)) {
            return;
        }
        try {
            TagWriter.write(path, bpm, key, OptionalInt.of((int) Math.round(measures.energy())));
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            batch.add(
                    new FileNews.Rewritten(
                            new FileStamp(
                                    track.path(),
                                    attributes.size(),
                                    attributes.lastModifiedTime().toMillis()),
                            Content.hash(path)));
            written++;
        } catch (SegueException | IOException e) {
            String message = String.valueOf(e.getMessage());
            failures.put(track.path(), message.replace(path + ": ", ""));
        }
    }

    private static boolean says(Tags tags, OptionalDouble bpm, Optional<Key> key) {
        boolean sameBpm =
                bpm.isEmpty()
                        || (tags.bpm().isPresent()
                                && Math.abs(tags.bpm().getAsDouble() - bpm.getAsDouble())
                                        < SAME_BPM);
        return sameBpm && (key.isEmpty() || tags.key().equals(key.map(Key::name)));
    }

    private void store() {
        if (!batch.isEmpty()) {
            library.writeFiles(batch);
            batch.clear();
        }
    }

    int written() {
        return written;
    }

    /// What could not be written, by path.
    SortedMap<String, String> failures() {
        return failures;
    }
}
