package segue.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.engine.Fixture;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.listen.Songs;
import segue.library.LibraryOptions;

/// Jobs are stopped at every moment at which they say anything.
class JobsTest {

    private static final int MOST_EVENTS = 60;

    @TempDir Path folder;

    private Map<String, Object> request(JobKind kind) throws IOException {
        Path more =
                Files.writeString(
                        folder.resolve("more.csv"), "listener,artist,plays\nnew,Artist 1,3\n");
        return switch (kind) {
            case IMPORT -> Map.of("path", more.toString());
            case LISTEN -> {
                Path music = Files.createDirectories(folder.resolve("music"));
                Songs.write(music.resolve("a.wav"), 1, "Low", "Lazy");
                Songs.write(music.resolve("b.wav"), 2, "Low", "Lullaby");
                yield Map.of("places", List.of(music.toString()));
            }
            case TRAIN -> Map.of("algorithm", "als", "name", "stopped", "activate", false);
            case TUNE -> Map.of("algorithm", "als", "trials", 3, "name", "stopped");
            case EVALUATE -> Map.of("algorithms", List.of("als", "popular"));
        };
    }

    private Jobs jobs(Segue segue) {
        return new Jobs(segue, new Places(List.of(folder)));
    }

    /// Waits for the end of a job.
    ///
    /// @param stopAt at the how-manieth event of the job someone asks it to stop
    /// @return how it ended, and how many events there were
    private static Ended run(Jobs jobs, JobKind kind, Object request, int stopAt) throws Exception {
        CompletableFuture<Job> end = new CompletableFuture<>();
        AtomicInteger events = new AtomicInteger();
        AtomicReference<JobState> before = new AtomicReference<>(JobState.QUEUED);
        try (AutoCloseable watching =
                jobs.watch(
                        event -> {
                            JobState now = jobs.job(event.id()).state();
                            if (now.ended()) {
                                end.complete(jobs.job(event.id()));
                            } else if (events.incrementAndGet() == stopAt) {
                                before.set(now);
                                jobs.cancel(event.id());
                            }
                        })) {
            jobs.start(kind, Json.tree(request));
            return new Ended(end.get(), events.get(), before.get());
        }
    }

    private record Ended(Job job, int events, JobState before) {}

    @ParameterizedTest
    @EnumSource(JobKind.class)
    void aJobThatIsStoppedAtAnyMomentLeavesNothingHalf(JobKind kind) throws Exception {
        try (Segue segue = Fixture.library(folder);
                Jobs jobs = jobs(segue)) {
            Object request = request(kind);
            int stopped = 0;
            boolean finished = false;
            for (int at = 1; at <= MOST_EVENTS && !finished; at++) {
                Ended ended = run(jobs, kind, request, at);
                String what = kind + " at event " + at + ": " + ended.job();
                finished = ended.events() < at;
                if (!finished) {
                    assertThat(ended.job().state())
                            .as(what)
                            .isIn(JobState.CANCELLED, JobState.DONE);
                }
                stopped += ended.job().state() == JobState.CANCELLED ? 1 : 0;
                assertThat(halfWritten(segue)).as(what).isEmpty();
                if (ended.job().state() == JobState.CANCELLED) {
                    assertThat(segue.models()).as(what).noneMatch(m -> m.name().equals("stopped"));
                }
            }
            assertThat(stopped).isPositive();
            assertThat(run(jobs, JobKind.TRAIN, Map.of("algorithm", "popular"), 0).job().state())
                    .isEqualTo(JobState.DONE);
        }
        try (Segue again = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
                Jobs jobs = jobs(again)) {
            assertThat(jobs.all()).allMatch(job -> job.state().ended());
        }
    }

    /// Files that only something under way may have.
    private static List<Path> halfWritten(Segue segue) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("models", "tmp")) {
            Path place = segue.folder().resolve(folder);
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.walk(place)) {
                    files.filter(Files::isRegularFile)
                            .filter(
                                    file ->
                                            folder.equals("tmp")
                                                    || file.toString().endsWith(".part"))
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    @Test
    void whatCouldNotBeWrittenDownIsWrittenWhenThereIsRoomAgain() throws Exception {
        try (Segue segue = Fixture.library(folder);
                Jobs jobs = jobs(segue)) {
            CompletableFuture<Job> end = new CompletableFuture<>();
            AtomicBoolean full = new AtomicBoolean();
            jobs.watch(
                    event -> {
                        Job job = jobs.job(event.id());
                        if (job.state() == JobState.RUNNING && full.compareAndSet(false, true)) {
                            block(segue, job.id(), true);
                        } else if (job.state().ended()) {
                            end.complete(job);
                        }
                    });
            Job begun = jobs.start(JobKind.TRAIN, Json.tree(Map.of("algorithm", "popular")));
            assertThat(end.get().state()).isEqualTo(JobState.DONE);
            block(segue, begun.id(), false);
            assertThat(run(jobs, JobKind.TRAIN, Map.of("algorithm", "popular"), 0).job().state())
                    .isEqualTo(JobState.DONE);
        }
        try (Segue again = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
                Jobs jobs = jobs(again)) {
            assertThat(jobs.all()).hasSize(2).allMatch(job -> job.state() == JobState.DONE);
        }
    }

    /// Nothing can be written where a folder stands in the way.
    private static void block(Segue segue, String job, boolean blocked) {
        Path inTheWay = segue.folder().resolve("jobs").resolve(job).resolve(".job.json");
        try {
            if (blocked) {
                Files.createDirectories(inTheWay);
            } else {
                Files.delete(inTheWay);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
