package segue.library.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import segue.core.run.SegueException;

/// The right of one process to a library folder. The operating system takes it back when the
/// process ends, however it ends; the file itself stays and only tells who has it.
final class FolderLock implements AutoCloseable {

    /// Folders locked by this process. Asked first: on POSIX, opening and closing the file a second
    /// time in one process would drop the first lock.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /// The locked byte lies far behind the text, so that others can read the text where locks are
    /// mandatory.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// @param folder an existing folder, as a real path
    /// @throws SegueException.Busy if another process, or this one, has the folder
    static FolderLock take(Path folder, String command) throws IOException {
        Path file = folder.resolve("library.lock");
        if (!HELD.add(folder)) {
            throw busy(folder, "this process");
        }
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                String holder = Files.readString(file, StandardCharsets.UTF_8).strip();
                throw busy(
                        folder, "another process" + (holder.isEmpty() ? "" : " (" + holder + ")"));
            }
            LocalTime now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES);
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            "pid %d: %s, since %s\n"
                                    .formatted(ProcessHandle.current().pid(), command, now)
                                    .getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
            return new FolderLock(folder, channel);
        } catch (IOException | RuntimeException e) {
            HELD.remove(folder);
            closeQuietly(channel, e);
            throw e;
        }
    }

    private static SegueException.Busy busy(Path folder, String who) {
        return new SegueException.Busy(
                "The library %s is open in %s. Wait for it to end, or use another --library."
                        .formatted(folder, who));
    }

    private static void closeQuietly(@Nullable FileChannel channel, Exception because) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                because.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(folder);
        }
    }
}
