package segue.engine.listen;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import segue.audio.TrackProfile;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// One try at one file. Whoever settles it first, the thread that hears or the one that has lost
/// patience, has its outcome.
final class Attempt {

    private final int index;
    private final Found file;
    private final Duration timeout;
    private final Run run;
    private final AtomicBoolean settled = new AtomicBoolean();
    private final long began = System.nanoTime();

    Attempt(int index, Found file, Duration timeout, Run run) {
        this.index = index;
        this.file = file;
        this.timeout = timeout;
        this.run = run;
    }

    /// True for the first who asks.
    boolean settle() {
        return settled.compareAndSet(false, true);
    }

    /// Whether the time is over, and `grace` more.
    boolean overdue(Duration grace) {
        return System.nanoTime() - began > timeout.plus(grace).toNanos();
    }

    private boolean stop() {
        return run.isCancelled() || settled.get() || overdue(Duration.ZERO);
    }

    Outcome tooSlow() {
        return Outcome.failed(
                index,
                file,
                "",
                Failure.Kind.TOO_SLOW,
                "not done after %s; give more with --timeout and --retry"
                        .formatted(words(timeout)));
    }

    private static String words(Duration time) {
        return time.toSeconds() < 120 ? time.toSeconds() + " s" : time.toMinutes() + " minutes";
    }

    /// Hears the file; whatever goes wrong is an outcome too.
    ///
    /// @throws SegueException.Cancelled when the whole run is to stop
    /// @throws LinkageError when nothing can be heard on this system at all
    Outcome hear(Ear ear) {
        String content = "";
        try {
            content = Content.hash(file.path());
            if (file.stamp().bytes() == 0) {
                return failed(content, Failure.Kind.EMPTY, "holds nothing; copy it anew");
            }
            TrackProfile profile = hearNamed(ear);
            return Outcome.heard(index, file, content, profile);
        } catch (AccessDeniedException e) {
            return failed("", Failure.Kind.UNREADABLE, "no permission; allow it to be read");
        } catch (NoSuchFileException e) {
            return failed("", Failure.Kind.VANISHED, "was removed while Segue listened");
        } catch (IOException e) {
            return failed(content, Failure.Kind.UNREADABLE, String.valueOf(e.getMessage()));
        } catch (SegueException.Cancelled e) {
            if (run.isCancelled()) {
                throw e;
            }
            return new Outcome(index, file, content, tooSlow().profile(), tooSlow().failure());
        } catch (SegueException.NotFound e) {
            return failed("", Failure.Kind.VANISHED, "was removed while Segue listened");
        } catch (SegueException e) {
            return failed(content, Failure.Kind.NOT_AUDIO, plain(e));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return failed(
                    content,
                    Failure.Kind.STUMBLED,
                    "%s: %s; please report this"
                            .formatted(e.getClass().getSimpleName(), e.getMessage()));
        }
    }

    /// A name that is no text is heard under another: the decoder takes text only.
    private TrackProfile hearNamed(Ear ear) throws IOException {
        Path path = file.path();
        if (Paths.isText(path)) {
            return ear.hear(path, file.name(), this::stop);
        }
        Path folder = Files.createTempDirectory("segue-listen");
        Path link = folder.resolve("file" + ending(path));
        try {
            return ear.hear(Files.createSymbolicLink(link, path), file.name(), this::stop);
        } finally {
            Files.deleteIfExists(link);
            Files.delete(folder);
        }
    }

    private static String ending(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot);
        return ending.matches("\\.[A-Za-z0-9]{1,8}") ? ending : "";
    }

    /// What is wrong without the name of the file, which the list gives.
    private String plain(SegueException e) {
        String message = String.valueOf(e.getMessage());
        String prefix = file.path() + ": ";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private Outcome failed(String content, Failure.Kind kind, String text) {
        return Outcome.failed(index, file, content, kind, text);
    }
}
