package segue.engine.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import segue.core.run.SegueException;
import segue.engine.Json;

/// The files of jobs: a folder each, with what it is, its log and its trials.
///
/// @param folder of all jobs
record JobFolder(Path folder) {

    private static final String JOB = "job.json";
    private static final String LOG = "log.jsonl";
    private static final String TRIALS = "trials.jsonl";

    /// All jobs, the oldest first. What cannot be read is left out.
    List<Job> all() {
        try (Stream<Path> folders = Files.list(folder)) {
            List<Job> jobs = new ArrayList<>();
            for (Path one : folders.sorted().toList()) {
                Path file = one.resolve(JOB);
                if (Files.exists(file)) {
                    try (InputStream in = Files.newInputStream(file)) {
                        jobs.add(Json.read(in, Job.class));
                    } catch (tools.jackson.core.JacksonException e) {
                        System.getLogger(JobFolder.class.getName())
                                .log(System.Logger.Level.WARNING, file + " is no job", e);
                    }
                }
            }
            jobs.sort(Comparator.comparing(Job::id));
            return jobs;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes what a job is, whole or not at all.
    void write(Job job) {
        try {
            Path own = Files.createDirectories(folder.resolve(job.id()));
            Path aside = own.resolve("." + JOB);
            Files.write(aside, Json.bytes(job));
            Files.move(
                    aside,
                    own.resolve(JOB),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable("The job", e);
        }
    }

    void log(String id, Job.Line line) {
        append(folder.resolve(id).resolve(LOG), line);
    }

    void trial(String id, TrialLine trial) {
        append(folder.resolve(id).resolve(TRIALS), trial);
    }

    /// What was cut off before, on a full disk, ends before the next line begins.
    private static void append(Path file, Object line) {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long end = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            boolean cut = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
            String text = (cut ? "\n" : "") + Json.line(line) + "\n";
            channel.position(end);
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw unwritable("A line of the job's log", e);
        }
    }

    private static SegueException.Failed unwritable(String what, IOException e) {
        return new SegueException.Failed(
                "%s could not be written: %s".formatted(what, e.getMessage()), e);
    }

    List<Job.Line> lines(String id) {
        return read(folder.resolve(id).resolve(LOG), Job.Line.class);
    }

    /// The trials of all attempts; a trial that was made again stands where it was first.
    List<TrialLine> trials(String id) {
        return read(folder.resolve(id).resolve(TRIALS), TrialLine.class);
    }

    /// The last line may have been cut off by the end of the process.
    private static <T> List<T> read(Path file, Class<T> type) {
        List<T> lines = new ArrayList<>();
        try (Stream<String> texts = Files.lines(file, StandardCharsets.UTF_8)) {
            for (String text : texts.toList()) {
                if (text.endsWith("}")) {
                    lines.add(Json.read(text, type));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
