package segue.engine.listen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// Threads that hear files, each one at a time, in the order of the list. A thread that does not
/// come back is left behind and replaced, so that one file never stops the rest.
final class Listeners implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration MOST_GRACE = Duration.ofSeconds(20);

    private final List<Found> files;
    private final Duration timeout;
    private final Ear ear;
    private final Run run;
    private final AtomicInteger next = new AtomicInteger();
    private final BlockingQueue<Outcome> outcomes;
    private final List<Worker> workers = new ArrayList<>();
    private volatile @Nullable LinkageError broken;
    private volatile boolean closed;
    private int settled;

    Listeners(List<Found> files, Duration timeout, Ear ear, Run run) {
        this.files = files;
        this.timeout = timeout;
        this.ear = ear;
        this.run = run;
        // Bounded: who stores them may be slower for a while.
        this.outcomes = new ArrayBlockingQueue<>(4 * run.threads() + 16);
        for (int i = 0; i < Math.min(run.threads(), files.size()); i++) {
            start();
        }
    }

    private void start() {
        Worker worker = new Worker();
        workers.add(worker);
        Thread.ofPlatform().daemon().name("segue-listen").start(worker);
    }

    /// The next outcome; empty when there is none within `patience`.
    ///
    /// @throws SegueException.Failed when nothing can be heard on this system
    Optional<Outcome> poll(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            LinkageError error = broken;
            if (error != null) {
                throw new SegueException.Failed(
                        "The library that decodes music cannot be loaded on this system: "
                                + error.getMessage(),
                        error);
            }
            run.check();
            Optional<Outcome> stuck = stuck();
            Outcome outcome =
                    stuck.isPresent()
                            ? stuck.get()
                            : take(Math.min(end - System.nanoTime(), LOOK.toNanos()));
            if (outcome != null) {
                settled++;
                return Optional.of(outcome);
            }
            if (System.nanoTime() >= end) {
                return Optional.empty();
            }
        }
    }

    boolean done() {
        return settled == files.size();
    }

    private @Nullable Outcome take(long nanos) {
        try {
            return outcomes.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SegueException.Cancelled();
        }
    }

    private Optional<Outcome> stuck() {
        Duration grace = timeout.compareTo(MOST_GRACE) < 0 ? timeout : MOST_GRACE;
        for (Worker worker : workers) {
            Attempt attempt = worker.attempt;
            if (attempt != null && attempt.overdue(grace) && attempt.settle()) {
                workers.remove(worker);
                start();
                return Optional.of(attempt.tooSlow());
            }
        }
        return Optional.empty();
    }

    /// Threads end after the file they are at.
    @Override
    public void close() {
        closed = true;
        outcomes.clear();
    }

    private final class Worker implements Runnable {

        private volatile @Nullable Attempt attempt;

        @Override
        public void run() {
            try {
                while (!closed && !run.isCancelled()) {
                    int index = next.getAndIncrement();
                    if (index >= files.size()) {
                        return;
                    }
                    Attempt mine = new Attempt(index, files.get(index), timeout, run);
                    attempt = mine;
                    Outcome outcome = mine.hear(ear);
                    attempt = null;
                    if (!mine.settle()) {
                        return;
                    }
                    put(outcome);
                }
            } catch (SegueException.Cancelled _) {
                // The whole run ends; nobody waits for an outcome.
            } catch (LinkageError e) {
                broken = e;
            }
        }

        private void put(Outcome outcome) {
            try {
                while (!closed && !outcomes.offer(outcome, 1, TimeUnit.SECONDS)) {
                    // The queue is full: the outcome waits for its turn.
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
