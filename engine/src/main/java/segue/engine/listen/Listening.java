package segue.engine.listen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.Library;
import segue.library.sound.FileNews;

/// Listens to folders of music and stores what it hears every few seconds, so that a run that is
/// killed loses no more than that and the next one goes on from there.
public final class Listening {

    private static final Duration USUAL_BETWEEN_COMMITS = Duration.ofSeconds(3);
    private static final int BATCH = 200;
    private static final String STAGE = "listen";

    private final Library library;
    private final ListenRequest request;
    private final Ear ear;
    private final Duration betweenCommits;
    private final Run run;
    private final Tally tally = new Tally();
    private final List<FileNews> batch = new ArrayList<>();
    private long committed = System.nanoTime();

    Listening(Library library, ListenRequest request, Ear ear, Run run) {
        this(library, request, ear, USUAL_BETWEEN_COMMITS, run);
    }

    /// @param betweenCommits how much work a killed run may lose
    Listening(Library library, ListenRequest request, Ear ear, Duration betweenCommits, Run run) {
        this.betweenCommits = betweenCommits;
        this.library = library;
        this.request = request;
        this.ear = ear;
        this.run = run;
    }

    /// Hears what is new and changed, with as many threads as the run has.
    ///
    /// @throws SegueException.NotFound if a place does not exist
    /// @throws SegueException.Cancelled when asked to stop; what was heard is kept
    public static ListenReport listen(Library library, ListenRequest request, Run run) {
        return new Listening(library, request, request.ear(), run).listen();
    }

    ListenReport listen() {
        Scan scan = Scan.of(request.places(), run);
        scan.problems().forEach(tally::failed);
        Plan plan = Plan.of(scan, library.files(), request.retry(), Profiles.VERSION, run);
        if (!plan.now().isEmpty()) {
            library.writeFiles(plan.now());
            plan.now().forEach(tally::count);
        }
        List<Found> files = plan.toHear();
        try (Listeners listeners = new Listeners(files, request.timeout(), ear, run)) {
            hear(files, listeners);
        } catch (SegueException.Cancelled e) {
            commit();
            throw new SegueException.Cancelled(
                    "Stopped: %d of %d files were heard and are kept; the same command goes on from there."
                            .formatted(tally.heard(), files.size()));
        }
        commit();
        if (request.writeTags()) {
            Tagging tagging = new Tagging(library, run);
            tagging.write(scan.files());
            tally.tagged(tagging);
        }
        return tally.report(scan.files().size(), plan);
    }

    private void hear(List<Found> files, Listeners listeners) {
        Pace pace = new Pace(files);
        int done = 0;
        while (!listeners.done()) {
            Optional<Outcome> outcome = listeners.poll(USUAL_BETWEEN_COMMITS);
            if (outcome.isPresent()) {
                done++;
                take(outcome.get());
                pace.add(outcome.get().file());
            }
            if (batch.size() >= BATCH || System.nanoTime() - committed > betweenCommits.toNanos()) {
                commit();
            }
            run.report(STAGE, done, files.size(), pace.words(tally.musicSeconds(), tally.failed()));
        }
    }

    private void take(Outcome outcome) {
        FileNews news;
        if (outcome.failure().isPresent()) {
            Failure failure = outcome.failure().get();
            tally.failed(outcome.file().stamp().path(), failure);
            if (failure.kind() == Failure.Kind.VANISHED) {
                return;
            }
            news =
                    new FileNews.Failed(
                            outcome.file().stamp(),
                            outcome.content(),
                            Profiles.VERSION,
                            failure.kind().word(),
                            failure.text());
        } else {
            news = Profiles.news(outcome, outcome.profile().orElseThrow());
        }
        batch.add(news);
        tally.count(news);
    }

    private void commit() {
        committed = System.nanoTime();
        if (!batch.isEmpty()) {
            library.writeFiles(batch);
            batch.clear();
        }
    }
}
