package segue.engine.context;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.core.data.Interactions;
import segue.core.data.Weights;
import segue.core.eval.Comparison;
import segue.core.eval.Metrics;
import segue.core.math.SparseVector;
import segue.core.model.Model;
import segue.core.model.Ranking;
import segue.core.model.Taste;
import segue.core.model.TopN;
import segue.core.model.Want;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.core.train.TrainingData;
import segue.engine.train.TrainRequest;
import segue.library.Items;
import segue.library.Library;
import segue.library.OwnSlots;
import segue.library.Rows;
import segue.library.TimedCase;

/// Evaluates by time: learns from all plays before a moment, and ranks for each hour in which a
/// listener played something later, once without and once with knowledge of the hour.
///
/// @param training what ranks
/// @param share of the timed plays that are tested, the latest, 0..1
/// @param k length of the lists
public record ContextEvaluation(TrainRequest training, double share, int k) {

    /// Candidates that are ranked anew for a moment.
    private static final int CANDIDATES = 1000;

    /// Hours tested of a listener, and of all.
    private static final int HOURS = 30;

    private static final int LIMIT = 20_000;

    public ContextEvaluation {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "the share to test on must be above 0 and below 1, is " + share);
        }
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, is " + k);
        }
        if (training.selection().rows() != Rows.LISTENERS) {
            throw new IllegalArgumentException(
                    "context is learned from listeners' plays; playlists have no times");
        }
    }

    /// @throws SegueException.NotFound if no play has a time, or nobody was there before and after
    public ContextResult on(Library library, Run run) {
        return on(library, ContextSettings.DEFAULTS, run);
    }

    ContextResult on(Library library, ContextSettings settings, Run run) {
        LocalDateTime from =
                library.latest(share)
                        .orElseThrow(
                                () ->
                                        new SegueException.NotFound(
                                                "No play in the library has a time, so there is no hour to learn from. Import a log with a column of times: segue import plays FILE"));
        Items items = training.selection().items();
        Interactions past = library.interactionsBefore(training.selection(), from, run);
        Weights weights = training.effectiveWeighting().fit(past.matrix());
        Model model = training.build().fit(new TrainingData(weights.apply(past.matrix())), run);
        TimeContext context = new TimeContext(library, items, Optional.of(from), settings);
        List<TimedCase> cases = library.timedCases(items, from, HOURS, LIMIT);
        Test test = new Test(library, from, past, weights, model, context);
        Scores anything = new Scores("anything");
        Scores fresh = new Scores("new");
        run.report("test hours", 0, cases.size(), "");
        for (int i = 0; i < cases.size(); i++) {
            run.check();
            test.run(cases.get(i), anything, fresh);
            run.report("test hours", i + 1, cases.size(), "");
        }
        List<ContextResult.Row> rows = new ArrayList<>();
        for (Scores scores : List.of(anything, fresh)) {
            if (!scores.plain.isEmpty()) {
                rows.add(scores.row(run));
            }
        }
        if (rows.isEmpty()) {
            throw new SegueException.NotFound(
                    "Nobody who played something from %s on had played anything before; take a larger share."
                            .formatted(from));
        }
        return new ContextResult(
                training.algorithm(),
                items.name().toLowerCase(Locale.ROOT),
                from,
                k,
                rows,
                List.of());
    }

    /// Ranks for one hour after another.
    private final class Test {

        private final Interactions past;
        private final Weights weights;
        private final Model model;
        private final TimeContext context;
        private final Library library;
        private final LocalDateTime from;
        private String last = "";
        private List<OwnSlots> own = List.of();

        Test(
                Library library,
                LocalDateTime from,
                Interactions past,
                Weights weights,
                Model model,
                TimeContext context) {
            this.library = library;
            this.from = from;
            this.past = past;
            this.weights = weights;
            this.model = model;
            this.context = context;
        }

        void run(TimedCase test, Scores anything, Scores fresh) {
            OptionalInt user = past.users().row(test.listener());
            if (user.isEmpty()) {
                return;
            }
            SparseVector known = past.matrix().row(user.getAsInt());
            Set<Integer> knownItems =
                    IntStream.range(0, known.size())
                            .mapToObj(known::column)
                            .collect(Collectors.toSet());
            Set<Integer> played =
                    test.items().stream()
                            .map(past.items()::row)
                            .filter(OptionalInt::isPresent)
                            .map(OptionalInt::getAsInt)
                            .collect(Collectors.toSet());
            Set<Integer> unknown =
                    played.stream()
                            .filter(item -> !knownItems.contains(item))
                            .collect(Collectors.toSet());
            if (played.isEmpty()) {
                return;
            }
            TimeContext.Now now = context.now(own(test.listener()), test.at());
            SparseVector history = weights.apply(known);
            Taste plain = Taste.ofHistory(history);
            Taste timed = Taste.ofHistory(at(history, now));
            judge(test.listener(), plain, timed, now, true, played, anything);
            if (!unknown.isEmpty()) {
                judge(test.listener(), plain, timed, now, false, unknown, fresh);
            }
        }

        /// Cases come listener by listener.
        private List<OwnSlots> own(String listener) {
            if (!listener.equals(last)) {
                last = listener;
                own = library.ownSlots(listener, training.selection().items(), Optional.of(from));
            }
            return own;
        }

        private void judge(
                String listener,
                Taste plain,
                Taste timed,
                TimeContext.Now now,
                boolean known,
                Set<Integer> relevant,
                Scores scores) {
            Ranking same = model.recommend(plain, Want.top(k).withKnown(known));
            Ranking many = model.recommend(timed, Want.top(CANDIDATES).withKnown(known));
            TopN top = new TopN(k);
            for (int i = 0; i < many.size(); i++) {
                double log = now.log(past.items().id(many.item(i)));
                top.offer(
                        many.item(i),
                        (float) new Boosts.Boost(log, Optional.empty()).of(many.score(i)));
            }
            scores.add(listener, ndcg(same, relevant), ndcg(top.take(), relevant));
        }

        private double ndcg(Ranking ranking, Set<Integer> relevant) {
            boolean[] hit = new boolean[ranking.size()];
            for (int i = 0; i < hit.length; i++) {
                hit[i] = relevant.contains(ranking.item(i));
            }
            return Metrics.of(hit, k, relevant.size()).ndcg();
        }

        /// A history as it counts now.
        private SparseVector at(SparseVector history, TimeContext.Now now) {
            Map<String, Double> factors = now.weights();
            int[] columns = new int[history.size()];
            float[] values = new float[columns.length];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = history.column(i);
                double factor = factors.getOrDefault(past.items().id(columns[i]), 1.0);
                values[i] = (float) (history.value(i) * factor);
            }
            return new SparseVector(columns, values);
        }
    }

    /// The figures of both lists, by listener.
    private static final class Scores {

        private final String list;
        private final Map<String, List<Double>> plain = new TreeMap<>();
        private final Map<String, List<Double>> context = new TreeMap<>();

        Scores(String list) {
            this.list = list;
        }

        void add(String listener, double without, double with) {
            plain.computeIfAbsent(listener, _ -> new ArrayList<>()).add(without);
            context.computeIfAbsent(listener, _ -> new ArrayList<>()).add(with);
        }

        ContextResult.Row row(Run run) {
            float[] without = means(plain);
            float[] with = means(context);
            return new ContextResult.Row(
                    list,
                    plain.size(),
                    plain.values().stream().mapToInt(List::size).sum(),
                    Comparison.mean(without, run),
                    Comparison.mean(with, run),
                    Comparison.paired(with, without, run));
        }

        private static float[] means(Map<String, List<Double>> of) {
            float[] means = new float[of.size()];
            int place = 0;
            for (List<Double> values : of.values()) {
                means[place++] =
                        (float)
                                values.stream()
                                        .mapToDouble(Double::doubleValue)
                                        .average()
                                        .orElse(0);
            }
            return means;
        }
    }
}
