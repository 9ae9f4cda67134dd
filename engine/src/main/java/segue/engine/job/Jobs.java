package segue.engine.job;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Json;
import segue.engine.Segue;
import tools.jackson.databind.JsonNode;

/// The jobs of a library: one runs at a time, the others wait in the order they came. Each is kept
/// on disk, so that a server that starts anew knows what became of them. Thread-safe.
public final class Jobs implements AutoCloseable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /// What was broken off so often is not begun again by itself.
    private static final int TRIES = 3;

    private final Segue segue;
    private final Places places;
    private final JobFolder folder;
    private final ConcurrentSkipListMap<String, Job> jobs = new ConcurrentSkipListMap<>();
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    private final List<Consumer<JobEvent>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicInteger made = new AtomicInteger();

    /// Jobs whose last state is not on disk yet, because it was full.
    private final Set<String> unwritten = ConcurrentHashMap.newKeySet();

    private final Thread worker;
    private volatile boolean ending;
    private volatile @Nullable Running running;

    private record Running(String id, Run run) {}

    /// Reads the jobs of the library. What was broken off goes on where it was, if it is of a kind
    /// that can; else it waits for someone to ask.
    ///
    /// @param places from where files may be read
    public Jobs(Segue segue, Places places) {
        this.segue = segue;
        this.places = places;
        this.folder = new JobFolder(segue.folder().resolve("jobs"));
        folder.all().forEach(this::recall);
        this.worker = Thread.ofPlatform().daemon().name("segue-jobs").start(this::work);
    }

    private void recall(Job job) {
        jobs.put(job.id(), job);
        if (job.state() == JobState.RUNNING) {
            keep(job.broken(JobState.INTERRUPTED, "The server ended while this ran."));
        }
        Job now = job(job.id());
        if (now.state() == JobState.QUEUED) {
            queue.add(now.id());
        } else if (now.state() == JobState.INTERRUPTED
                && now.kind().goesOn()
                && now.attempts() < TRIES) {
            say(now.id(), "The server is back: it goes on.");
            keep(now.queued());
            queue.add(now.id());
        }
    }

    /// Takes a job.
    ///
    /// @throws IllegalArgumentException for what is not understood
    /// @throws SegueException.NotFound for files outside of where they may be read
    public Job start(JobKind kind, JsonNode request) {
        Work work = Work.of(kind, request);
        work.confine(places);
        return enqueue(kind, request, work);
    }

    /// Takes a job for files that were uploaded.
    public Job startUploaded(JsonNode request) {
        return enqueue(JobKind.IMPORT, request, Work.of(JobKind.IMPORT, request));
    }

    private Job enqueue(JobKind kind, JsonNode request, Work work) {
        if (ending) {
            throw new SegueException.Busy("The server is ending; try again when it is back.");
        }
        Instant now = Instant.now();
        String id = "%s-%04d".formatted(STAMP.format(now), made.incrementAndGet() % 10_000);
        while (jobs.containsKey(id)) {
            id = "%s-%04d".formatted(STAMP.format(now), made.incrementAndGet() % 10_000);
        }
        Job job =
                new Job(
                        id,
                        kind,
                        work.title(),
                        request,
                        JobState.QUEUED,
                        Optional.empty(),
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0);
        // A job that is not on disk was not taken.
        folder.write(job);
        show(job);
        queue.add(id);
        return job;
    }

    /// All jobs, the newest first.
    public List<Job> all() {
        return List.copyOf(jobs.descendingMap().values());
    }

    /// @throws SegueException.NotFound if there is none of that id
    public Job job(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw new SegueException.NotFound("There is no job '%s'.".formatted(id));
        }
        return job;
    }

    /// Asks a job to stop. One that waits does not begin; one that has ended stays as it is.
    public synchronized Job cancel(String id) {
        Job job = job(id);
        if (job.state() == JobState.QUEUED) {
            queue.remove(id);
            keep(job.broken(JobState.CANCELLED, "Cancelled before it began."));
        } else if (job.state() == JobState.RUNNING) {
            Running now = running;
            if (now != null && now.id().equals(id)) {
                say(id, "Asked to stop.");
                now.run().cancel();
            }
        }
        return job(id);
    }

    /// Goes on with a job that did not end well, or begins it again.
    ///
    /// @throws IllegalArgumentException if it runs, waits or is done
    public synchronized Job resume(String id) {
        Job job = job(id);
        if (!job.resumable()) {
            throw new IllegalArgumentException(
                    "the job '%s' is %s, so there is nothing to resume"
                            .formatted(id, job.state().name().toLowerCase(Locale.ROOT)));
        }
        say(id, "Resumed.");
        keep(job.queued());
        queue.add(id);
        return job(id);
    }

    /// What a job said, the oldest first.
    public List<Job.Line> log(String id) {
        return folder.lines(job(id).id());
    }

    /// The trials of a tuning, in the order they ended.
    public List<TrialLine> trials(String id) {
        return folder.trials(job(id).id());
    }

    /// Hears of everything that happens with jobs, on the thread where it happens: must be quick.
    ///
    /// @return to be closed when nobody listens any more
    public AutoCloseable watch(Consumer<JobEvent> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private void work() {
        while (!ending) {
            try {
                String id = queue.poll(100, TimeUnit.MILLISECONDS);
                catchUp();
                if (id != null && begin(id)) {
                    run(job(id));
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Writes what could not be written before.
    private synchronized void catchUp() {
        for (String id : List.copyOf(unwritten)) {
            try {
                folder.write(job(id));
                unwritten.remove(id);
            } catch (SegueException.Failed e) {
                // The disk is still full.
                return;
            }
        }
    }

    private synchronized boolean begin(String id) {
        Job job = job(id);
        if (ending || job.state() != JobState.QUEUED) {
            return false;
        }
        Work work;
        try {
            work = Work.of(job.kind(), job.request());
        } catch (IllegalArgumentException e) {
            keep(job.broken(JobState.FAILED, words(e)));
            return false;
        }
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        Pace pace = new Pace();
        running =
                new Running(
                        id,
                        new Run(
                                work.seed(),
                                threads,
                                (stage, done, total, detail) ->
                                        progress(id, pace, stage, done, total, detail)));
        keep(job.running());
        return true;
    }

    /// When progress was told last: it is told a few times a second.
    private static final class Pace {
        private static final long BETWEEN_NANOS = 200_000_000;
        private long told;
        private String stage = "";

        synchronized boolean due(String now) {
            long time = System.nanoTime();
            if (now.equals(stage) && time - told < BETWEEN_NANOS) {
                return false;
            }
            stage = now;
            told = time;
            return true;
        }
    }

    private void progress(
            String id, Pace pace, String stage, long done, long total, String detail) {
        if (pace.due(stage)) {
            Job now =
                    jobs.computeIfPresent(
                            id,
                            (_, job) ->
                                    job.state() == JobState.RUNNING
                                            ? job.at(
                                                    new Job.JobProgress(stage, done, total, detail))
                                            : job);
            if (now != null) {
                tell(new JobEvent.Changed(now));
            }
        }
    }

    private void run(Job job) {
        Running now = Objects.requireNonNull(running);
        say(job.id(), "Began: " + job.title());
        try {
            Object result = Work.of(job.kind(), job.request()).run(segue, now.run(), teller(job));
            refresh(now.run());
            end(job.id(), job(job.id()).done(Json.tree(result)), "Done.");
        } catch (SegueException.Cancelled e) {
            JobState how = ending ? JobState.INTERRUPTED : JobState.CANCELLED;
            String why = ending ? "The server ended while this ran. " + words(e) : words(e);
            end(job.id(), job(job.id()).broken(how, why), why);
        } catch (SegueException | IllegalArgumentException | UncheckedIOException e) {
            end(job.id(), job(job.id()).broken(JobState.FAILED, words(e)), words(e));
        } catch (RuntimeException | Error e) {
            System.getLogger(Jobs.class.getName())
                    .log(System.Logger.Level.ERROR, "job " + job.id(), e);
            String what =
                    e instanceof OutOfMemoryError
                            ? "Not enough memory. Start the server with more: SEGUE_MEMORY=8g"
                            : "Segue stumbled (%s). The server's log tells more."
                                    .formatted(e.getClass().getSimpleName());
            end(job.id(), job(job.id()).broken(JobState.FAILED, what), what);
        } finally {
            running = null;
        }
    }

    /// Who asks for a list when the job is done gets what it made.
    private void refresh(Run run) {
        try {
            segue.refresh(run);
        } catch (SegueException.Cancelled _) {
            // The work itself is done; the next list reads it.
        }
    }

    private void end(String id, Job job, String text) {
        say(id, text);
        keep(job);
    }

    private Work.Teller teller(Job job) {
        return new Work.Teller() {
            @Override
            public void say(String text) {
                Jobs.this.say(job.id(), text);
            }

            @Override
            public void tried(TrialLine trial) {
                try {
                    folder.trial(job.id(), trial);
                } catch (SegueException.Failed e) {
                    warn(job.id(), e);
                }
                tell(new JobEvent.Tried(job.id(), trial));
            }
        };
    }

    private static String words(Throwable e) {
        return e instanceof UncheckedIOException
                ? "Reading or writing failed: " + e.getMessage()
                : String.valueOf(e.getMessage());
    }

    private void say(String id, String text) {
        Job.Line line = new Job.Line(Instant.now(), text);
        try {
            folder.log(id, line);
        } catch (SegueException.Failed e) {
            warn(id, e);
        }
        tell(new JobEvent.Said(id, line));
    }

    /// What happened with a job happened, whether it can be written down now or only later.
    private void keep(Job job) {
        try {
            folder.write(job);
            unwritten.remove(job.id());
        } catch (SegueException.Failed e) {
            warn(job.id(), e);
            unwritten.add(job.id());
        }
        show(job);
    }

    private void show(Job job) {
        jobs.put(job.id(), job);
        tell(new JobEvent.Changed(job));
    }

    private static void warn(String id, SegueException.Failed e) {
        System.getLogger(Jobs.class.getName())
                .log(System.Logger.Level.WARNING, "job %s: %s".formatted(id, e.getMessage()));
    }

    private void tell(JobEvent event) {
        for (Consumer<JobEvent> watcher : new ArrayList<>(watchers)) {
            watcher.accept(event);
        }
    }

    /// How many jobs there are of each state.
    public Map<JobState, Long> counts() {
        return jobs.values().stream()
                .collect(Collectors.groupingBy(Job::state, Collectors.counting()));
    }

    /// Asks the running job to stop where it can go on later, and waits for it.
    @Override
    public void close() {
        synchronized (this) {
            ending = true;
            Running now = running;
            if (now != null) {
                now.run().cancel();
            }
        }
        try {
            worker.join();
            catchUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
