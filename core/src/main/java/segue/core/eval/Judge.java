package segue.core.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import segue.core.data.Split;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.model.Model;
import segue.core.model.Rankings;
import segue.core.model.Taste;
import segue.core.run.Run;

/// Measures the rankings of one split: every metric at every length in one pass over the users.
/// Memory is 4 bytes a user and metric, and one transposed copy of train.
final class Judge {

    /// Diversity reads the whole audience of every item of a list; beyond so many lists it is
    /// measured on evenly spaced ones, and its interval says what that costs.
    private static final int DIVERSE_LISTS = 2_000;

    private static final Metric[] METRICS = Metric.values();

    private final Split split;
    private final List<Integer> ks;
    private final Catalogue catalogue;
    private final int[] users;
    private final List<String> names;

    /// @throws IllegalArgumentException if no user has both a history and a test item
    Judge(Split split, List<Integer> ks, boolean auc) {
        this.split = split;
        this.ks = ks;
        this.users = tested(split);
        if (users.length == 0) {
            throw new IllegalArgumentException(
                    "nobody to test on: no user has both train and test items");
        }
        this.catalogue = new Catalogue(split.train(), split.candidates());
        this.names = new ArrayList<>();
        for (int k : ks) {
            for (Metric metric : METRICS) {
                names.add(metric.at(k));
            }
        }
        if (auc) {
            names.add("auc");
        }
    }

    private static int[] tested(Split split) {
        return IntStream.range(0, split.test().rows())
                .filter(u -> relevant(split, u) > 0 && split.shown().count(u) > 0)
                .toArray();
    }

    private static int relevant(Split split, int user) {
        return split.test().count(user) + split.unrankable().of(user);
    }

    /// What came of one split.
    ///
    /// @param catalogue numbers that are no means over users, by name
    /// @param rankable how many items were ranked
    record Judged(UserScores scores, SequencedMap<String, Double> catalogue, int rankable) {}

    /// @param histories what each tested user was shown, as the model takes it
    Judged judge(Model model, SparseMatrix histories, Rankings rankings, Run run) {
        Matrix values = Matrix.zeros(users.length, names.size());
        Parallel.rows(
                users.length,
                64,
                run,
                () -> {
                    Worker worker = new Worker(model, histories, rankings, values);
                    return (from, to) -> {
                        for (int row = from; row < to; row++) {
                            worker.user(row);
                        }
                        run.report("judge", to, users.length, "");
                    };
                });
        UserScores scores =
                new UserScores(
                        names,
                        new Split.Counts(Arrays.stream(users).map(split.who()::of).toArray()),
                        new Split.Counts(Arrays.stream(users).map(this::activity).toArray()),
                        values);
        return new Judged(scores, ofCatalogue(scores, rankings), split.candidates().cardinality());
    }

    private SequencedMap<String, Double> ofCatalogue(UserScores scores, Rankings rankings) {
        SequencedMap<String, Double> numbers = new LinkedHashMap<>();
        double[] means = scores.means(IntStream.range(0, users.length).toArray());
        double habit = Arrays.stream(users).mapToDouble(this::habit).sum() / users.length;
        for (int k : ks) {
            Exposure exposure =
                    new Exposure(rankings, users, k, split.train().columns(), split.candidates());
            numbers.put("coverage@" + k, exposure.coverage());
            numbers.put("gini@" + k, exposure.gini());
            double popularity = means[names.indexOf(Metric.POPULARITY.at(k))];
            numbers.put("popularity-bias@" + k, popularity / habit);
            for (Catalogue.Tier tier : Catalogue.Tier.values()) {
                numbers.put(Group.share(tier, k), exposure.share(catalogue, tier));
            }
        }
        return numbers;
    }

    /// All counts of what a user is known to have.
    private int activity(int user) {
        double sum = 0;
        for (int e = split.shown().start(user); e < split.shown().end(user); e++) {
            sum += split.shown().value(e);
        }
        return (int) Math.min(Integer.MAX_VALUE, Math.round(sum));
    }

    /// Mean popularity of what a user is known to have.
    private double habit(int user) {
        SparseMatrix shown = split.shown();
        double sum = 0;
        for (int e = shown.start(user); e < shown.end(user); e++) {
            sum += catalogue.popularity(shown.column(e));
        }
        return sum / shown.count(user);
    }

    /// A thread's buffers.
    private final class Worker {
        private final Model model;
        private final SparseMatrix histories;
        private final Rankings rankings;
        private final Matrix values;
        private final Likeness likeness = new Likeness(catalogue.byItem());
        private final float[] scores;
        private final int stride = Math.ceilDiv(users.length, DIVERSE_LISTS);

        Worker(Model model, SparseMatrix histories, Rankings rankings, Matrix values) {
            this.model = model;
            this.histories = histories;
            this.rankings = rankings;
            this.values = values;
            this.scores = new float[names.contains("auc") ? model.items() : 0];
        }

        void user(int row) {
            int user = users[row];
            int[] items = new int[rankings.size(user)];
            boolean[] hit = new boolean[items.length];
            for (int i = 0; i < items.length; i++) {
                items[i] = rankings.item(user, i);
                hit[i] = split.test().contains(user, items[i]);
            }
            double[] alike = row % stride == 0 ? likeness.ofPrefixes(items) : new double[0];
            TierRecall recall = new TierRecall(split, catalogue, user);
            int at = values.offset(row);
            for (int k : ks) {
                Metrics metrics = Metrics.of(hit, k, relevant(split, user));
                int length = Math.min(k, items.length);
                for (Metric metric : METRICS) {
                    values.values()[at++] =
                            (float)
                                    switch (metric) {
                                        case PRECISION -> metrics.precision();
                                        case RECALL -> metrics.recall();
                                        case RECALL_CAPPED -> metrics.recallCapped();
                                        case MAP -> metrics.averagePrecision();
                                        case NDCG -> metrics.ndcg();
                                        case MRR -> metrics.reciprocalRank();
                                        case HIT_RATE -> metrics.hitRate();
                                        case NOVELTY -> mean(items, length, catalogue::surprise);
                                        case DIVERSITY ->
                                                alike.length == 0 || length == 0
                                                        ? Double.NaN
                                                        : 1 - alike[length - 1];
                                        case POPULARITY ->
                                                mean(items, length, catalogue::popularity);
                                        case RECALL_HEAD ->
                                                recall.of(Catalogue.Tier.HEAD, items, hit, k);
                                        case RECALL_MIDDLE ->
                                                recall.of(Catalogue.Tier.MIDDLE, items, hit, k);
                                        case RECALL_TAIL ->
                                                recall.of(Catalogue.Tier.TAIL, items, hit, k);
                                    };
                }
            }
            if (scores.length > 0) {
                values.values()[at] = (float) auc(user);
            }
        }

        private double auc(int user) {
            model.score(
                    split.strangers()
                            ? Taste.ofHistory(histories.row(user))
                            : Taste.ofUser(user, histories.row(user)),
                    scores);
            return Auc.of(scores, split.candidates(), split.shown(), split.test(), user);
        }

        private static double mean(int[] items, int length, IntToDoubleFunction of) {
            return Arrays.stream(items, 0, length).mapToDouble(of).average().orElse(Double.NaN);
        }
    }
}
