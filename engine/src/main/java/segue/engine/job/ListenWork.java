package segue.engine.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import segue.core.run.Run;
import segue.engine.Segue;
import segue.engine.filter.Span;
import segue.engine.listen.ListenReport;
import segue.engine.listen.ListenRequest;

/// Listens to folders and files of music.
///
/// @param places folders and files
/// @param retry whether to try again what failed before
/// @param tempos the range in which tempi are looked for
public record ListenWork(List<String> places, boolean retry, Optional<Span> tempos)
        implements Work {

    static final ListenWork DEFAULTS = new ListenWork(List.of(), false, Optional.empty());

    public ListenWork {
        places = List.copyOf(places);
    }

    ListenWork checked() {
        if (places.isEmpty()) {
            throw new IllegalArgumentException("'places' is missing");
        }
        request();
        return this;
    }

    private ListenRequest request() {
        ListenRequest request =
                ListenRequest.of(places.stream().map(Path::of).toList()).withRetry(retry);
        return tempos.map(request::withTempos).orElse(request);
    }

    @Override
    public String title() {
        return "Listen to " + String.join(", ", places);
    }

    @Override
    public void confine(Places allowed) {
        places.forEach(allowed::real);
    }

    @Override
    public Object run(Segue segue, Run run, Teller teller) {
        ListenReport report = segue.listen(request(), run);
        teller.say("%d files heard, %d failed".formatted(report.heard(), report.failed()));
        return report;
    }
}
