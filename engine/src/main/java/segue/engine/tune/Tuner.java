package segue.engine.tune;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.core.data.Split;
import segue.core.eval.Evaluation;
import segue.core.eval.Report;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.core.tune.Candidate;
import segue.core.tune.Search;
import segue.core.tune.Space;
import segue.core.tune.Trial;
import segue.core.tune.Validation;
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

    /// How many algorithms are looked into deeper when all were tried.
    private static final int DEEPER = 3;

    /// Share of the time in which the defaults of every algorithm are tried.
    private static final double FIRST_LOOK = .5;

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
        SparseMatrix counts = library.interactions(request.selection(), run).matrix();
        Optional<Split> split =
                holdout.map(share -> Split.random(counts, share, run.random("split")));
        Path journal =
                request.journal()
                        .orElse(
                                library.folder()
                                        .resolve("tuning")
                                        .resolve(request.journalName() + SUFFIX));
        return new Tuner(request, teller, run)
                .tune(
                        split.map(Split::train).orElse(counts),
                        split,
                        journal,
                        training -> Optional.of(new Trainer(library).train(training, run)));
    }

    /// Tunes on the train file, and judges the best by the test file.
    public static TuneResult onFiles(
            TestData.Files files, TuneRequest request, TuneTeller teller, Run run) {
        FileSplit split = FileSplit.read(files, run);
        Path journal =
                request.journal()
                        .orElse(
                                files.train()
                                        .resolveSibling(".segue-tuning")
                                        .resolve(request.journalName() + SUFFIX));
        Tuner tuner = new Tuner(request, teller, run);
        tuner.notes.addAll(split.notes());
        return tuner.tune(
                split.split().train(), Optional.of(split.split()), journal, _ -> Optional.empty());
    }

    /// What becomes of the best settings.
    @FunctionalInterface
    private interface Finish {
        Optional<Trained> train(TrainRequest request);
    }

    private TuneResult tune(SparseMatrix learn, Optional<Split> split, Path file, Finish finish) {
        List<Space> spaces = request.spaces();
        try (TuningJournal journal =
                TuningJournal.open(
                        file, request.fixed(run.seed(), Fingerprint.of(learn)), request.fresh())) {
            int remembered = journal.trials().size();
            Trials trials =
                    new Trials(new Validation(learn, run), journal, request.limits(), teller, run);
            search(spaces, trials);
            Trial best =
                    trials.best()
                            .filter(trial -> trial.problem().isEmpty())
                            .orElseThrow(() -> nothingWorked(trials));
            TrainRequest training = request.training(best.candidate());
            Map<String, Double> test = split.map(part -> test(training, part)).orElse(Map.of());
            return new TuneResult(
                    training.algorithm(),
                    training.allSettings(),
                    best.candidate().settings(),
                    training.effectiveWeighting().spelled(),
                    run.seed(),
                    Lines.of(best),
                    test,
                    finish.train(training),
                    Lines.best(trials.all()),
                    Lines.algorithms(trials.all()),
                    trials.all().size(),
                    remembered,
                    trials.elapsed(),
                    file.toString(),
                    List.copyOf(notes));
        }
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

    private void search(List<Space> spaces, Trials trials) {
        Map<String, Trial> defaults = new LinkedHashMap<>();
        if (request.sets().isEmpty()) {
            int left = spaces.size();
            for (Space space : spaces) {
                firstLook(space, trials, left--).ifPresent(t -> defaults.put(space.algorithm(), t));
            }
        }
        List<Search> searches =
                new ArrayList<>(
                        spaces.stream()
                                .filter(space -> !space.choices().isEmpty())
                                .filter(s -> spaces.size() == 1 || works(defaults, s))
                                .sorted(byFirstLook(defaults))
                                .limit(DEEPER)
                                .map(space -> search(space, defaults))
                                .toList());
        while (!searches.isEmpty()) {
            searches.removeIf(search -> !search.round(trials));
        }
    }

    private static boolean works(Map<String, Trial> defaults, Space space) {
        Trial trial = defaults.get(space.algorithm());
        return trial != null && trial.problem().isEmpty();
    }

    private static Comparator<Space> byFirstLook(Map<String, Trial> defaults) {
        return Comparator.comparingDouble(
                space -> {
                    Trial trial = defaults.get(space.algorithm());
                    return trial == null || Double.isNaN(trial.ndcg()) ? 0 : -trial.ndcg();
                });
    }

    /// The defaults of an algorithm, in its fair part of the time.
    private Optional<Trial> firstLook(Space space, Trials trials, int left) {
        Candidate candidate = Candidate.defaults(space.algorithm());
        double all = request.limits().time().toMillis() / 1e3;
        double allowed =
                request.algorithm().isEmpty()
                        ? Math.max(0, FIRST_LOOK * all - trials.elapsed()) / left
                        : all;
        Optional<Trial> trial = trials.within(allowed, candidate);
        if (trial.isEmpty()) {
            notes.add(
                    "%s was left out: its defaults did not come to an end in its part of the time; give more --time."
                            .formatted(space.algorithm()));
        }
        return trial;
    }

    private Search search(Space space, Map<String, Trial> defaults) {
        Search search =
                new Search(
                        space,
                        request.kind(),
                        Validation.rungs(space.algorithm()),
                        run.random("propose " + space.algorithm()));
        Trial first = defaults.get(space.algorithm());
        if (first != null) {
            search.learn(first);
        }
        return search;
    }

    private Map<String, Double> test(TrainRequest training, Split split) {
        Report report =
                new Evaluation(training.build(), training.effectiveWeighting(), K).run(split, run);
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String metric : List.of("precision", "recall", "map", "ndcg", "coverage")) {
            metrics.put(metric + "@" + K, report.mean(metric + "@" + K));
        }
        return metrics;
    }
}
