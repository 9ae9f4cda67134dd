package segue.engine.tune;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.core.data.DatedInteractions;
import segue.core.data.Features;
import segue.core.data.Split;
import segue.core.eval.Evaluation;
import segue.core.eval.Report;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.core.train.Algorithm;
import segue.core.train.Algorithms;
import segue.core.tune.Candidate;
import segue.core.tune.Trial;
import segue.core.tune.Validation;
import segue.engine.content.Known;
import segue.engine.evaluate.FileSplit;
import segue.engine.evaluate.TestData;
import segue.engine.train.Fingerprint;
import segue.engine.train.TrainRequest;
import segue.engine.train.Trained;
import segue.engine.train.Trainer;
import segue.library.Library;

/// Searches settings inside the part to learn from, then trains the best on everything. The test
/// part, if there is one, is touched once, at the end.
public final class Tuner {

    private static final int K = 10;
    private static final String SUFFIX = ".jsonl";

    /// Share of the time that is kept for the finals.
    private static final double FOR_FINALS = .2;

    private final TuneRequest request;
    private final TuneTeller teller;
    private final Run run;
    private final List<String> notes = new ArrayList<>();

    private Tuner(TuneRequest request, TuneTeller teller, Run run) {
        this.request = request;
        this.teller = teller;
        this.run = run;
    }

    /// Tunes on a library and saves the best as a model.
    ///
    /// @param holdout the part to test on at the end; empty: everything serves to tune, and no test
    ///   figure is claimed
    public static TuneResult onLibrary(
            Library library,
            TuneRequest request,
            Optional<Double> holdout,
            TuneTeller teller,
            Run run) {
        DatedInteractions dated =
                request.dated()
                        ? library.datedInteractions(request.selection(), run)
                        : DatedInteractions.undated(library.interactions(request.selection(), run));
        SparseMatrix counts = dated.interactions().matrix();
        List<Algorithm> tuned =
                request.algorithm().isEmpty()
                        ? List.of()
                        : List.of(Algorithms.of(request.algorithm(), Map.of()));
        Data data =
                new Data(
                        counts,
                        holdout.map(share -> Split.random(counts, share, run.random("split"))),
                        new Known(library, request.selection()).features(dated, tuned, run));
        Path journal = library.folder().resolve("tuning").resolve(request.journalName() + SUFFIX);
        return new Tuner(request, teller, run)
                .tune(
                        data,
                        request.journal().orElse(journal),
                        training -> Optional.of(new Trainer(library).train(training, run)));
    }

    /// Tunes on the train file, and judges the best by the test file.
    public static TuneResult onFiles(
            TestData.Files files, TuneRequest request, TuneTeller teller, Run run) {
        FileSplit split = FileSplit.read(files, run);
        Path journal =
                files.train()
                        .resolveSibling(".segue-tuning")
                        .resolve(request.journalName() + SUFFIX);
        Tuner tuner = new Tuner(request, teller, run);
        tuner.notes.addAll(split.notes());
        return tuner.tune(
                new Data(split.split().train(), Optional.of(split.split()), split.features()),
                request.journal().orElse(journal),
                _ -> Optional.empty());
    }

    /// What is tuned on.
    ///
    /// @param all what there is to learn from, if nothing is held out
    /// @param split what is tested on, if anything is
    /// @param features of everybody
    private record Data(SparseMatrix all, Optional<Split> split, Features features) {

        SparseMatrix learn() {
            return split.map(Split::train).orElse(all);
        }

        /// Without what people said of items that the test holds out from them.
        Features known() {
            return split.map(features::trainOf).orElse(features);
        }

        String digest() {
            return features.users().entries() + features.labels().size() == 0
                    ? ""
                    : Fingerprint.of(features.users())
                            + Fingerprint.of(features.labels().features());
        }
    }

    /// What becomes of the best settings.
    @FunctionalInterface
    private interface Finish {
        Optional<Trained> train(TrainRequest request);
    }

    private TuneResult tune(Data data, Path file, Finish finish) {
        SparseMatrix learn = data.learn();
        Map<String, String> fixed = request.fixed(run.seed(), Fingerprint.of(learn), data.digest());
        try (TuningJournal journal = TuningJournal.open(file, fixed, request.fresh())) {
            int remembered = Trials.searched(journal.trials()).size();
            Trials trials =
                    new Trials(
                            new Validation(learn, data.known(), Crew.kept(), run),
                            Crew.of(run.threads(), learn),
                            journal,
                            request.limits(),
                            teller,
                            run);
            double forSearch = (1 - FOR_FINALS) * request.limits().seconds();
            notes.addAll(
                    trials.within(
                            forSearch - trials.elapsed(),
                            () -> new Searches(request, trials, run).run()));
            List<Finals.Finalist> finals = Finals.play(trials);
            Finals.Finalist best =
                    finals.isEmpty() ? new Finals.Finalist(bestOf(trials), 1) : finals.getFirst();
            Candidate candidate = best.trial().candidate();
            TrainRequest training = request.training(candidate);
            run.measure("validation ndcg@" + K, best.trial().ndcg());
            run.measure("validation coverage@" + K, best.trial().coverage());
            return new TuneResult(
                    training.algorithm(),
                    training.allSettings(),
                    candidate.settings(),
                    training.effectiveWeighting().spelled(),
                    run.seed(),
                    Lines.of(best),
                    data.split()
                            .map(split -> test(training, split, data.features()))
                            .orElse(Map.of()),
                    finish.train(training),
                    Lines.finals(finals),
                    Lines.best(trials.all()),
                    Lines.algorithms(finals, trials.all()),
                    trials.count(),
                    remembered,
                    trials.elapsed(),
                    file.toString(),
                    List.copyOf(notes));
        }
    }

    private static Trial bestOf(Trials trials) {
        return trials.best()
                .filter(trial -> trial.problem().isEmpty())
                .orElseThrow(() -> nothingWorked(trials));
    }

    private static SegueException nothingWorked(Trials trials) {
        return new SegueException.Failed(
                "No trial came to an end: %s."
                        .formatted(
                                trials.all().stream()
                                        .map(Trial::problem)
                                        .findFirst()
                                        .orElse("the time was too short")),
                null);
    }

    private Map<String, Double> test(TrainRequest training, Split split, Features features) {
        Report report =
                new Evaluation(training.build(), training.effectiveWeighting(), K)
                        .run(List.of(split), features, run);
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String metric : List.of("precision", "recall", "map", "ndcg", "coverage")) {
            metrics.put(metric + "@" + K, report.mean(metric + "@" + K));
        }
        return metrics;
    }
}
