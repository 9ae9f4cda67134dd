package segue.engine.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A job as it is at one moment.
///
/// @param id sorts by when the job was made
/// @param title for people
/// @param request what was asked, as it was written
/// @param progress while it runs
/// @param result what the use case answered
/// @param problem why it failed, in words
/// @param attempts how often it was begun
public record Job(
        String id,
        JobKind kind,
        String title,
        JsonNode request,
        JobState state,
        Optional<JobProgress> progress,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<JsonNode> result,
        Optional<String> problem,
        int attempts) {

    /// How far a running job is.
    ///
    /// @param total 0 where not known
    public record JobProgress(String stage, long done, long total, String detail) {}

    /// A line of a job's log.
    public record Line(Instant at, String text) {}

    /// Whether someone may ask it to go on, or to begin again.
    @JsonIgnore
    public boolean resumable() {
        return state.ended() && state != JobState.DONE;
    }

    Job queued() {
        return with(JobState.QUEUED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Job running() {
        return new Job(
                id,
                kind,
                title,
                request,
                JobState.RUNNING,
                Optional.empty(),
                created,
                Optional.of(Instant.now()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                attempts + 1);
    }

    Job done(JsonNode answer) {
        return with(
                JobState.DONE, Optional.of(Instant.now()), Optional.of(answer), Optional.empty());
    }

    Job broken(JobState how, String why) {
        return with(how, Optional.of(Instant.now()), Optional.empty(), Optional.of(why));
    }

    Job at(JobProgress now) {
        return new Job(
                id,
                kind,
                title,
                request,
                state,
                Optional.of(now),
                created,
                started,
                ended,
                result,
                problem,
                attempts);
    }

    private Job with(
            JobState next,
            Optional<Instant> when,
            Optional<JsonNode> answer,
            Optional<String> why) {
        return new Job(
                id,
                kind,
                title,
                request,
                next,
                Optional.empty(),
                created,
                started,
                when,
                answer,
                why,
                attempts);
    }
}
