package segue.engine.job;

/// Something happened with a job.
public sealed interface JobEvent {

    /// Of which job.
    String id();

    /// Its state or its progress changed.
    record Changed(Job job) implements JobEvent {
        @Override
        public String id() {
            return job.id();
        }
    }

    /// It said something.
    record Said(String id, Job.Line line) implements JobEvent {}

    /// A trial of its tuning ended.
    record Tried(String id, TrialLine trial) implements JobEvent {}
}
