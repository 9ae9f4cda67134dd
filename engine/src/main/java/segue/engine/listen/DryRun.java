package segue.engine.listen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import segue.core.run.Run;

/// Hears files and says what it heard, without a library. Nothing is stored.
public final class DryRun {

    private DryRun() {}

    /// Says one line a file, in the order of the paths, each as soon as those before it are said.
    ///
    /// @return how many files were heard
    /// @throws segue.core.run.SegueException.NotFound if a place does not exist
    public static int listen(ListenRequest request, Run run, Consumer<DryLine> teller) {
        Scan scan = Scan.of(request.places(), run);
        scan.problems()
                .forEach(
                        (path, failure) ->
                                teller.accept(
                                        new DryLine.Failed(
                                                path, failure.kind().word(), failure.text())));
        List<Found> files = new ArrayList<>(scan.files().values());
        Map<Integer, Outcome> waiting = new TreeMap<>();
        int heard = 0;
        int told = 0;
        Pace pace = new Pace(files);
        try (Listeners listeners = new Listeners(files, request.timeout(), request.ear(), run)) {
            while (told < files.size()) {
                Optional<Outcome> outcome = listeners.poll(Duration.ofSeconds(1));
                outcome.ifPresent(
                        it -> {
                            waiting.put(it.index(), it);
                            pace.add(it.file());
                        });
                Outcome next = waiting.remove(told);
                while (next != null) {
                    teller.accept(DryLine.of(next));
                    heard += next.profile().isPresent() ? 1 : 0;
                    told++;
                    next = waiting.remove(told);
                }
                run.report("listen", told + waiting.size(), files.size(), pace.words(0, 0));
            }
        }
        return heard;
    }
}
