package segue.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import segue.engine.job.Job;
import segue.engine.job.JobEvent;
import segue.engine.job.JobKind;
import segue.engine.job.JobState;
import segue.engine.job.Jobs;
import segue.server.http.Answers;
import segue.server.http.Answers.Page;
import segue.server.http.Answers.Whole;
import segue.server.http.Asked;
import segue.server.http.Asked.Unreadable;
import segue.server.http.EventStream;
import segue.server.http.Resource;
import segue.server.http.RouteTable;
import tools.jackson.databind.JsonNode;

/// Jobs: begin, watch, stop, go on.
public final class JobsResource implements Resource {

    private final Jobs jobs;
    private final EventStream.Ending ending;

    public JobsResource(Jobs jobs, EventStream.Ending ending) {
        this.jobs = jobs;
        this.ending = ending;
    }

    record Draft(@Nullable JobKind kind, @Nullable JsonNode request) {}

    /// A job as it is shown.
    public record Shown(
            String id,
            JobKind kind,
            String title,
            JsonNode request,
            JobState state,
            Optional<Job.JobProgress> progress,
            Instant created,
            Optional<Instant> started,
            Optional<Instant> ended,
            Optional<JsonNode> result,
            Optional<String> problem,
            boolean resumable) {

        public static Shown of(Job job) {
            return new Shown(
                    job.id(),
                    job.kind(),
                    job.title(),
                    job.request(),
                    job.state(),
                    job.progress(),
                    job.created(),
                    job.started(),
                    job.ended(),
                    job.result(),
                    job.problem(),
                    job.resumable());
        }
    }

    @Override
    public void routes(RouteTable table) {
        table.get("/jobs", this::list);
        table.post("/jobs", this::start);
        table.get("/jobs/{id}", ctx -> Answers.json(ctx, Shown.of(jobs.job(id(ctx)))));
        table.get("/jobs/{id}/events", this::events);
        table.get("/jobs/{id}/log", this::log);
        table.get("/jobs/{id}/trials", ctx -> Answers.json(ctx, new Whole<>(jobs.trials(id(ctx)))));
        table.post("/jobs/{id}/cancel", ctx -> accepted(ctx, jobs.cancel(id(ctx))));
        table.post("/jobs/{id}/resume", ctx -> accepted(ctx, jobs.resume(id(ctx))));
    }

    private static String id(Context ctx) {
        return Asked.path(ctx, "id");
    }

    private void list(Context ctx) {
        List<Shown> all = jobs.all().stream().map(Shown::of).toList();
        Answers.json(ctx, Page.of(all, Asked.offset(ctx), Asked.limit(ctx)));
    }

    private void start(Context ctx) {
        Draft draft = Asked.body(ctx, Draft.class);
        JobKind kind = draft.kind();
        JsonNode request = draft.request();
        if (kind == null) {
            throw new Unreadable("kind", "'kind' is missing");
        }
        if (request == null) {
            throw new Unreadable("request", "'request' is missing");
        }
        accepted(ctx, jobs.start(kind, request));
    }

    /// Answers with a job that was taken.
    static void accepted(Context ctx, Job job) {
        ctx.header("Location", RouteTable.BASE + "/jobs/" + job.id());
        Answers.json(ctx, HttpStatus.ACCEPTED, Shown.of(job));
    }

    private void log(Context ctx) {
        Answers.json(ctx, Page.of(jobs.log(id(ctx)), Asked.offset(ctx), Asked.limit(ctx)));
    }

    private void events(Context ctx) throws Exception {
        Job job = jobs.job(id(ctx));
        EventStream stream = new EventStream(ctx, ending);
        AutoCloseable source =
                jobs.watch(
                        event -> {
                            if (event.id().equals(job.id())) {
                                offer(stream, event);
                            }
                        });
        Job now = jobs.job(job.id());
        stream.offer("job", Shown.of(now));
        if (now.state().ended()) {
            stream.end();
        }
        stream.run(source);
    }

    /// Hands an event of a job to a client; the last one ends the stream.
    private static void offer(EventStream stream, JobEvent event) {
        switch (event) {
            case JobEvent.Changed(Job job) -> {
                stream.offer("job", Shown.of(job));
                if (job.state().ended()) {
                    stream.end();
                }
            }
            case JobEvent.Said said -> stream.offer("log", said.line());
            case JobEvent.Tried tried -> stream.offer("trial", tried.trial());
        }
    }
}
