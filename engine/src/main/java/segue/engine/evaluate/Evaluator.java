package segue.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import segue.core.data.DatedInteractions;
import segue.core.data.Features;
import segue.core.data.Interactions;
import segue.core.data.Split;
import segue.core.data.Splitting;
import segue.core.data.Weighting;
import segue.core.eval.Comparison;
import segue.core.eval.Evaluation;
import segue.core.eval.Metric;
import segue.core.eval.RatingEvaluation;
import segue.core.eval.RatingReport;
import segue.core.eval.Report;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.core.train.Algorithm;
import segue.core.train.Mf;
import segue.engine.content.Known;
import segue.engine.train.TrainRequest;
import segue.library.Library;
import segue.library.Selection;

/// Trains on one part of the data and judges the rankings by the other. Saves nothing. Several
/// algorithms are tested on the same parts.
public final class Evaluator {

    private static final long SCORES = 300_000_000L;

    private final EvaluateRequest request;
    private final Features features;
    private final UnaryOperator<Algorithm> hearing;
    private final Run run;

    private Evaluator(
            EvaluateRequest request, Features features, UnaryOperator<Algorithm> hearing, Run run) {
        this.request = request;
        this.features = features;
        this.hearing = hearing;
        this.run = run;
    }

    /// Evaluates on a library, a part of it held out.
    ///
    /// @throws SegueException.NotFound if nothing can be held out that way
    public static EvaluationTable onLibrary(
            Library library, TestData.Parts data, EvaluateRequest request, Run run) {
        Parts parts = new Parts(library, data.splitting(), run);
        TrainRequest first = request.candidates().getFirst().request();
        DatedInteractions dated =
                parts.read(
                        first.selection(),
                        request.candidates().stream()
                                .anyMatch(candidate -> candidate.request().build().dated()));
        Interactions all = dated.interactions();
        List<Split> splits = data.splitting().splits(all.matrix(), dated.times(), run);
        if (splits.getFirst().test().entries() == 0) {
            throw new SegueException.NotFound(
                    "There is nothing to test on: nobody has enough items to hold some out this way.");
        }
        request.splitOut().ifPresent(folder -> new SplitFiles(folder, all).write(splits));
        List<Algorithm> algorithms =
                request.candidates().stream().map(c -> c.request().build()).toList();
        Known known = new Known(library, first.selection());
        return new Evaluator(
                        request,
                        known.features(dated, algorithms, run),
                        algorithm -> known.hearing(algorithm, all.items()),
                        run)
                .table(splits, Parts.told(data.splitting()), List.of(), parts.notes());
    }

    /// Evaluates on plain files.
    public static EvaluationTable onFiles(TestData.Files files, EvaluateRequest request, Run run) {
        if (request.splitOut().isPresent()) {
            throw new IllegalArgumentException("the split is in files already: nothing to write");
        }
        FileSplit split = FileSplit.read(files, run);
        return new Evaluator(request, split.features(), UnaryOperator.identity(), run)
                .table(
                        List.of(split.split()),
                        "%s and %s"
                                .formatted(files.train().getFileName(), files.test().getFileName()),
                        Peers.of(files),
                        split.notes());
    }

    private EvaluationTable table(
            List<Split> splits, String told, List<Peer> peers, List<String> notes) {
        Split first = splits.getFirst();
        List<EvaluationResult> results = new ArrayList<>();
        List<Report> reports = new ArrayList<>();
        List<EvaluationTable.Failure> failures = new ArrayList<>();
        for (EvaluateRequest.Candidate candidate : request.candidates()) {
            Report report = evaluate(candidate, splits, failures);
            if (report != null) {
                reports.add(report);
                results.add(result(candidate, report, first, notes));
            }
        }
        if (results.size() > 1) {
            compare(results, reports);
        }
        return new EvaluationTable(results, failures, told, peers, notes);
    }

    /// A single algorithm that fails, fails the evaluation; among several it only lacks a row.
    private @Nullable Report evaluate(
            EvaluateRequest.Candidate candidate,
            List<Split> splits,
            List<EvaluationTable.Failure> failures) {
        TrainRequest training = candidate.request();
        Evaluation evaluation =
                new Evaluation(
                        hearing.apply(training.build()),
                        training.effectiveWeighting(),
                        request.ks(),
                        request.auc().orElse(isLittle(splits.getFirst())));
        try {
            return evaluation.run(splits, features, run);
        } catch (SegueException.Failed | SegueException.FitFailed | IllegalArgumentException e) {
            if (request.candidates().size() == 1) {
                throw e;
            }
            failures.add(
                    new EvaluationTable.Failure(candidate.label(), String.valueOf(e.getMessage())));
            return null;
        }
    }

    /// Whether every item can be scored for every listener in seconds.
    private static boolean isLittle(Split split) {
        return (long) split.test().rows() * split.test().columns() <= SCORES;
    }

    private EvaluationResult result(
            EvaluateRequest.Candidate candidate, Report report, Split split, List<String> notes) {
        TrainRequest training = candidate.request();
        return new EvaluationResult(
                training.algorithm(),
                candidate.label(),
                training.allSettings(),
                training.effectiveWeighting().spelled(),
                run.seed(),
                request.k(),
                metrics(training, report, split),
                EvaluationResult.intervals(report),
                report.groups(),
                report.trainSeconds(),
                report.rankSeconds(),
                report.judgeSeconds(),
                report.users(),
                report.rankable(),
                split.train().entries(),
                split.test().entries(),
                Optional.empty(),
                notes);
    }

    /// What predicts ratings is also judged by them.
    private SequencedMap<String, Double> metrics(
            TrainRequest training, Report report, Split split) {
        SequencedMap<String, Double> metrics = EvaluationResult.metrics(report);
        if (training.build() instanceof Mf mf
                && !split.strangers()
                && training.effectiveWeighting() instanceof Weighting.Raw) {
            RatingReport ratings = new RatingEvaluation(mf).run(split, run);
            metrics.put("rmse", ratings.model().rmse());
            metrics.put("mae", ratings.model().mae());
            metrics.put("rmse-baseline", ratings.baseline().rmse());
            metrics.put("mae-baseline", ratings.baseline().mae());
            metrics.put("rmse-mean", ratings.mean().rmse());
            metrics.put("mae-mean", ratings.mean().mae());
        }
        return metrics;
    }

    private void compare(List<EvaluationResult> results, List<Report> reports) {
        String metric = Metric.NDCG.at(request.k());
        List<Comparison> comparisons = Comparison.toBest(reports, metric, run);
        int best = Comparison.best(reports, metric);
        for (int i = 0; i < results.size(); i++) {
            results.set(
                    i,
                    results.get(i)
                            .withToBest(EvaluationResult.ToBest.of(comparisons.get(i), i == best)));
        }
    }

    /// What a library gives for a way of splitting.
    private static final class Parts {

        private final Library library;
        private final Splitting splitting;
        private final Run run;
        private final List<String> notes = new ArrayList<>();

        Parts(Library library, Splitting splitting, Run run) {
            this.library = library;
            this.splitting = splitting;
            this.run = run;
        }

        List<String> notes() {
            return notes;
        }

        /// @param learned whether somebody learns from times
        DatedInteractions read(Selection selection, boolean learned) {
            if (!splitting.timed()) {
                return learned
                        ? library.datedInteractions(selection, run)
                        : DatedInteractions.undated(library.interactions(selection, run));
            }
            DatedInteractions dated = library.datedInteractions(selection, run);
            int known = dated.times().known();
            if (known == 0) {
                throw new SegueException.NotFound(
                        "No play in the library has a time, so nothing comes last. Import a log with a column of times, or take --split random.");
            }
            if (known < dated.times().size()) {
                notes.add(
                        "%d of %d cells have no time: they are learned from and never tested."
                                .formatted(dated.times().size() - known, dated.times().size()));
            }
            return dated;
        }

        static String told(Splitting splitting) {
            return switch (splitting) {
                case Splitting.Share(double share) ->
                        percent(share) + " of each listener's items, at random";
                case Splitting.Last() -> "the item each listener came to last";
                case Splitting.Latest(double share) ->
                        "whatever was last played in the latest " + percent(share);
                case Splitting.ColdItems(double share) ->
                        "all plays of %s of the items, ranked among themselves"
                                .formatted(percent(share));
                case Splitting.ColdUsers(double share, double tested) ->
                        "%s of the listeners, unknown to the model: %s of each one's items, the others shown"
                                .formatted(percent(share), percent(tested));
                case Splitting.Folds(int count) ->
                        count + " folds of each listener's items, each tested once";
            };
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.4g %%", share * 100)
                    .replaceFirst("\\.?0+ %", " %");
        }
    }
}
