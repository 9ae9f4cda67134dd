package segue.engine.job;

import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Json;
import segue.engine.Segue;
import tools.jackson.databind.JsonNode;

/// What a job is to do: a record that is read from the request of the job.
public interface Work {

    /// In a line, for people.
    String title();

    /// Does it.
    ///
    /// @param teller hears of what happens meanwhile
    /// @return what is shown as the job's result
    Object run(Segue segue, Run run, Teller teller);

    /// The seed of its run.
    default long seed() {
        return 42;
    }

    /// Hears what a job has to tell.
    interface Teller {
        void say(String text);

        void tried(TrialLine trial);
    }

    /// Reads what is to be done.
    ///
    /// @throws IllegalArgumentException for what is not understood
    static Work of(JobKind kind, JsonNode request) {
        return switch (kind) {
            case IMPORT -> Json.over(request, ImportWork.DEFAULTS).checked();
            case LISTEN -> Json.over(request, ListenWork.DEFAULTS).checked();
            case TRAIN -> Json.over(request, TrainWork.DEFAULTS).checked();
            case TUNE -> Json.over(request, TuneWork.DEFAULTS).checked();
            case EVALUATE -> Json.over(request, EvaluateWork.DEFAULTS).checked();
        };
    }

    /// Whether what is to be done with files may be.
    ///
    /// @throws SegueException.NotFound for what lies outside
    default void confine(Places places) {}
}
