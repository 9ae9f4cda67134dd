package segue.server.resource;

import io.javalin.http.Context;
import java.util.Optional;
import segue.engine.Segue;
import segue.engine.job.JobEvent;
import segue.engine.job.Jobs;
import segue.engine.train.ModelInfo;
import segue.server.http.EventStream;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// What changes on the server, for pages that stay open.
public final class EventsResource implements Resource {

    private final Segue segue;
    private final Jobs jobs;
    private final EventStream.Ending ending;

    public EventsResource(Segue segue, Jobs jobs, EventStream.Ending ending) {
        this.segue = segue;
        this.jobs = jobs;
        this.ending = ending;
    }

    record LibraryChange(long revision, Optional<String> model) {}

    @Override
    public void routes(RouteTable table) {
        table.get("/events", this::events);
    }

    private void events(Context ctx) throws Exception {
        EventStream stream = new EventStream(ctx, ending);
        stream.offer("library", now());
        stream.run(
                jobs.watch(
                        event -> {
                            if (event instanceof JobEvent.Changed(var job)) {
                                stream.offer("job", JobsResource.Shown.of(job));
                                if (job.state().ended()) {
                                    stream.offer("library", now());
                                }
                            }
                        }));
    }

    private LibraryChange now() {
        return new LibraryChange(segue.revision(), segue.activeModel().map(ModelInfo::name));
    }
}
