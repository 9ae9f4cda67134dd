package segue.core.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import segue.core.data.Split;
import segue.core.data.Splitting;
import segue.core.data.Times;
import segue.core.data.Weighting;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseMatrixTest;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.train.Algorithm;
import segue.core.train.Als;
import segue.core.train.Ease;
import segue.core.train.Popular;

/// The small world is that of `src/test/python/reference.py`, which prints these numbers.
class EvaluationTest {

    private static final Weighting RAW = new Weighting.Raw();

    private static final Split WORLD =
            new Split(
                    matrix(8, "01", "02", "013", "124", "035", "0126"),
                    matrix(8, "25", "13", "26", "0", "4", ""),
                    new Split.Counts(new int[] {0, 1, 0, 0, 0, 0}));

    private static SparseMatrix matrix(int columns, String... rows) {
        int[] starts = new int[rows.length + 1];
        int[] columnOf = String.join("", rows).chars().map(c -> c - '0').toArray();
        for (int row = 0; row < rows.length; row++) {
            starts[row + 1] = starts[row] + rows[row].length();
        }
        float[] values = new float[columnOf.length];
        Arrays.fill(values, 1);
        return new SparseMatrix(rows.length, columns, starts, columnOf, values);
    }

    private static Report popular(Split split, int... ks) {
        List<Integer> lengths = Arrays.stream(ks).boxed().toList();
        return new Evaluation(Popular.DEFAULTS, RAW, lengths, true).run(split, Run.quiet(1));
    }

    @Test
    void agreesWithTheReferenceAtSeveralLengths() {
        Report report = popular(WORLD, 2, 4);
        assertThat(report.users()).isEqualTo(5);
        assertThat(report.rankable()).isEqualTo(7);
        means(
                report,
                2,
                new double[] {
                    .5, .5333333, .6, .6, .6452589, .8, .8, 1.1772809, .5718581, .4833333
                });
        means(
                report,
                4,
                new double[] {
                    .4, .9333333, .9333333, .7, .8039583, .8666667, 1, 1.8811217, .7011381, .325
                });
        check(report, "coverage@2", .7142857);
        check(report, "gini@2", .4571429);
        check(report, "popularity-bias@2", .8285714);
        check(report, "coverage@4", 1);
        check(report, "gini@4", .1857143);
        check(report, "popularity-bias@4", .5571429);
        check(report, "auc", .7166667);
        assertThat(report.scores().column("ndcg@4")[0]).isCloseTo(.8772153f, within(1e-6f));
    }

    private static void means(Report report, int k, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            check(report, Metric.values()[i].at(k), expected[i]);
        }
    }

    private static void check(Report report, String metric, double expected) {
        assertThat(report.mean(metric)).as(metric).isCloseTo(expected, within(1e-6));
    }

    /// Train's 17 cells: item 0 has 5, item 1 has 4, 2 has 3, 3 has 2, and 4 to 6 have 1: 0 is the
    /// head, 4 to 7 are the tail.
    @Test
    void headMiddleAndTailShareTheRelevantItemsAndThePlaces() {
        Report report = popular(WORLD, 4);
        check(report, "recall-head@4", 1);
        check(report, "recall-middle@4", 1);
        check(report, "recall-tail@4", .75);
        check(report, "share-head@4", 1 / 20.0);
        check(report, "share-middle@4", 8 / 20.0);
        check(report, "share-tail@4", 11 / 20.0);
    }

    @Test
    void groupsOfListenersAddUpToAllOfThem() {
        Report report = popular(WORLD, 2);
        double sum = 0;
        int users = 0;
        for (Group group : report.groups()) {
            sum += group.users() * group.metrics().getOrDefault("ndcg@2", Double.NaN);
            users += group.users();
        }
        assertThat(users).isEqualTo(5);
        assertThat(sum / users).isCloseTo(report.mean("ndcg@2"), within(1e-9));
        assertThat(report.groups().getFirst().to())
                .isLessThanOrEqualTo(report.groups().getLast().from());
    }

    @Property(tries = 20)
    void aucIsHalfWhenAllScoresAreTheSameAndOneForAModelThatKnows(@ForAll long seed) {
        SparseMatrix matrix = SparseMatrixTest.random(12, 15, .4, seed);
        Split split = Split.random(matrix, .5, new SplittableRandom(seed));
        for (int user = 0; user < 12; user++) {
            float[] flat = new float[15];
            float[] right = new float[15];
            for (int item = 0; item < 15; item++) {
                right[item] = split.test().contains(user, item) ? 1 : 0;
            }
            BitSet all = split.candidates();
            double half = Auc.of(flat, all, split.shown(), split.test(), user);
            double one = Auc.of(right, all, split.shown(), split.test(), user);
            assertThat(Double.isNaN(half) || half == .5).isTrue();
            assertThat(Double.isNaN(one) || one == 1).isTrue();
        }
    }

    @Test
    void givesTheSameReportAtAnyNumberOfThreads() {
        SparseMatrix matrix = SparseMatrixTest.random(200, 60, .15, 3);
        List<Split> splits =
                new Splitting.Share(.3).splits(matrix, Times.none(matrix), Run.quiet(5));
        Algorithm als = new Als(4, 3, .1, 5, Als.Weighing.CONFIDENCE, 1, Als.Solver.CHOLESKY, 3);
        Evaluation evaluation = new Evaluation(als, RAW, List.of(1, 5, 10), true);
        Report one = evaluation.run(splits, new Run(5, 1, Progress.NONE));
        Report two = evaluation.run(splits, new Run(5, 2, Progress.NONE));
        assertThat(one.metrics()).isEqualTo(two.metrics());
        assertThat(one.scores().values()).isEqualTo(two.scores().values());
        Estimate ndcg = one.metrics().get("ndcg@5");
        assertThat(ndcg.mean()).isBetween(ndcg.low(), ndcg.high());
    }

    @Test
    void strangersAreAnsweredByTheHistoryTheyShow() {
        // Two tastes, even and odd; each listener lacks an item of their own.
        String[] rows = new String[40];
        for (int user = 0; user < rows.length; user++) {
            String all = user % 2 == 0 ? "02468" : "13579";
            rows[user] = all.replace(all.substring(user % 5, user % 5 + 1), "");
        }
        SparseMatrix matrix = matrix(10, rows);
        List<Split> splits =
                new Splitting.ColdUsers(.3, .3).splits(matrix, Times.none(matrix), Run.quiet(2));
        Report ease = new Evaluation(Ease.DEFAULTS, RAW, 2).run(splits, Run.quiet(2));
        assertThat(ease.users()).isEqualTo(12);
        assertThat(ease.mean("recall@2")).isEqualTo(1);
        assertThat(
                        new Evaluation(Popular.DEFAULTS, RAW, 2)
                                .run(splits, Run.quiet(2))
                                .mean("recall@2"))
                .isLessThan(.9);
        assertThat(new Evaluation(Als.DEFAULTS, RAW, 2).run(splits, Run.quiet(2)).mean("recall@2"))
                .isEqualTo(1);
    }

    @Test
    void coldItemsAreRankedAmongThemselvesAndPlaysSayNothingOfThem() {
        SparseMatrix matrix = SparseMatrixTest.random(300, 50, .2, 9);
        List<Split> splits =
                new Splitting.ColdItems(.4).splits(matrix, Times.none(matrix), Run.quiet(2));
        Report report =
                new Evaluation(Popular.DEFAULTS, RAW, List.of(5), true).run(splits, Run.quiet(2));
        assertThat(report.rankable()).isEqualTo(20);
        assertThat(report.mean("auc")).isEqualTo(.5);
    }

    @Test
    void foldsTestEveryCellOnceAndAverageByUser() {
        SparseMatrix matrix = SparseMatrixTest.random(50, 30, .4, 9);
        List<Split> folds = new Splitting.Folds(5).splits(matrix, Times.none(matrix), Run.quiet(2));
        Report report = new Evaluation(Popular.DEFAULTS, RAW, 5).run(folds, Run.quiet(2));
        float[] sum = new float[50];
        int[] count = new int[50];
        for (Split fold : folds) {
            UserScores scores =
                    new Evaluation(Popular.DEFAULTS, RAW, 5).run(fold, Run.quiet(2)).scores();
            for (int i = 0; i < scores.size(); i++) {
                sum[scores.users().of(i)] += scores.column("ndcg@5")[i];
                count[scores.users().of(i)]++;
            }
        }
        float[] pooled = report.scores().column("ndcg@5");
        for (int i = 0; i < pooled.length; i++) {
            int user = report.scores().users().of(i);
            assertThat(pooled[i]).isCloseTo(sum[user] / count[user], within(1e-6f));
        }
    }

    @Test
    void whatIsTestedCannotBeWhatWasLearned() {
        SparseMatrix matrix = SparseMatrixTest.random(50, 30, .4, 9);
        assertThatThrownBy(() -> popular(new Split(matrix, matrix, Split.Counts.zeros(50)), 5))
                .hasMessageContaining("is both learned from or shown and tested on");
    }

    @Test
    void refusesLengthsThatDoNotAscendAndSplitsWithoutTests() {
        assertThatThrownBy(() -> new Evaluation(Popular.DEFAULTS, RAW, List.of(10, 5), false))
                .hasMessage("several k must ascend: [10, 5]");
        assertThatThrownBy(() -> new Evaluation(Popular.DEFAULTS, RAW, 0))
                .hasMessage("k must be at least 1, is [0]");
        SparseMatrix matrix = matrix(3, "01", "2");
        Split untested =
                new Split(matrix, SparseMatrixTest.random(2, 3, 0, 1), Split.Counts.zeros(2));
        assertThatThrownBy(() -> popular(untested, 5)).hasMessageContaining("nobody to test on");
    }
}
