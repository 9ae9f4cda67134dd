package segue.engine.tune;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import segue.core.run.SegueException;
import segue.core.tune.Trial;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The file that remembers finished trials: JSON lines, the first one saying what is tuned. Each
/// trial is on the disk as soon as it is finished, so that a kill costs only the trials under way.
/// One process at a time has it open. Not thread-safe.
final class TuningJournal implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<SequencedMap<String, String>> TEXTS =
            new TypeReference<>() {};

    private final Path file;
    private final FileChannel channel;
    private final List<JournalEntry> entries = new ArrayList<>();

    private TuningJournal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Opens a journal, which is made if it does not exist. A last line that was cut off is taken
    /// away.
    ///
    /// @param fixed what must be the same for trials to hold: seed, space, data
    /// @param fresh whether what is there is thrown away
    /// @throws SegueException.BadInput if it is of another tuning, or no journal
    /// @throws SegueException.Busy if another process has it open
    static TuningJournal open(Path file, Map<String, String> fixed, boolean fresh) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            try {
                TuningJournal journal = new TuningJournal(file, channel);
                journal.lock();
                if (fresh) {
                    channel.truncate(0);
                }
                journal.read(fixed);
                return journal;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    // The lock lives as long as the channel.
    @SuppressWarnings("UnusedVariable")
    private void lock() throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
        } catch (OverlappingFileLockException _) {
            // The same answer: someone has it.
        }
        throw new SegueException.Busy(
                "Another process is tuning with %s. Wait for it, or choose another --name."
                        .formatted(file));
    }

    private void read(Map<String, String> fixed) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(channel.size())];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {
            // Goes on until all is read.
        }
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        channel.truncate(end);
        channel.position(end);
        List<String> lines = new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty()) {
            write(fixed);
            return;
        }
        compare(parse(lines.getFirst(), 1, TEXTS), fixed);
        for (int i = 1; i < lines.size(); i++) {
            entries.add(parse(lines.get(i), i + 1, new TypeReference<JournalEntry>() {}));
        }
    }

    private <T> T parse(String line, int number, TypeReference<T> type) {
        try {
            return MAPPER.readValue(line, type);
        } catch (JacksonException e) {
            throw new SegueException.BadInput(
                    file.toString(),
                    number,
                    "this is no line of a tuning journal; start over with --fresh, or choose another --name",
                    e);
        }
    }

    private void compare(Map<String, String> there, Map<String, String> wanted) {
        wanted.forEach(
                (key, value) -> {
                    String found = there.getOrDefault(key, "");
                    if (!found.equals(value)) {
                        throw new SegueException.BadInput(
                                file.toString(),
                                1,
                                "this journal is of another %s (%s, now %s); start over with --fresh, or choose another --name"
                                        .formatted(key, shortened(found), shortened(value)));
                    }
                });
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 99) + "…";
    }

    /// The trials that earlier runs finished.
    List<Trial> trials() {
        return entries.stream().map(JournalEntry::trial).toList();
    }

    /// Seconds that earlier runs took.
    double elapsed() {
        return entries.isEmpty() ? 0 : entries.getLast().elapsed();
    }

    Path file() {
        return file;
    }

    /// Writes a trial through to the disk.
    void append(Trial trial, double elapsed) {
        try {
            write(JournalEntry.of(trial, elapsed));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private void write(Object line) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(
                        (MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    private static SegueException failed(Path file, IOException e) {
        return new SegueException.Failed(
                "The journal %s cannot be used (%s). Choose another place with --journal FILE."
                        .formatted(file, e.getMessage()),
                e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
