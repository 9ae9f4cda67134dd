package segue.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseMatrixTest;
import segue.core.math.SparseVector;
import segue.core.run.Progress;
import segue.core.run.Run;

class TopNTest {

    @Property(tries = 300)
    void equalsSorting(
            @ForAll @IntRange(min = 1, max = 200) int items,
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] scores = new float[items];
        for (int i = 0; i < items; i++) {
            scores[i] = random.nextInt(20); // many ties
        }
        BitSet banned = new BitSet();
        banned.set(random.nextInt(items));
        SparseVector known = new SparseVector(new int[] {random.nextInt(items)}, new float[] {1});
        Want want = Want.top(n).withBanned(banned);
        assertThat(TopN.select(scores, known, want)).isEqualTo(sorted(scores, known, want));
    }

    @Property(tries = 200)
    void searchForAllEqualsScoringEverything(
            @ForAll @IntRange(min = 1, max = 900) int users,
            @ForAll @IntRange(min = 1, max = 700) int items,
            @ForAll @IntRange(min = 1, max = 40) int rank,
            @ForAll @IntRange(min = 1, max = 3) int threads,
            @ForAll boolean known,
            @ForAll long seed) {
        Matrix userFactors = factors(users, rank, seed);
        Matrix itemFactors = factors(items, rank, seed + 1);
        SparseMatrix history = SparseMatrixTest.random(users, items, .05, seed);
        BitSet banned = new BitSet();
        for (int item = 0; item < items; item += 7) {
            banned.set(item);
        }
        Want want = Want.top(5).withKnown(known).withBanned(banned);
        Run run = new Run(1, threads, Progress.NONE);
        Rankings all = FactorSearch.of(itemFactors).topN(userFactors, history, want, run);
        for (int user = 0; user < users; user += 1 + users / 20) {
            float[] scores = new float[items];
            for (int item = 0; item < items; item++) {
                float sum = 0;
                for (int k = 0; k < rank; k++) {
                    sum = Math.fma(userFactors.at(user, k), itemFactors.at(item, k), sum);
                }
                scores[item] = sum;
            }
            Ranking expected = sorted(scores, history.row(user), want);
            assertThat(all.of(user)).isEqualTo(expected);
            int row = user;
            Ranking alone =
                    FactorSearch.of(itemFactors)
                            .top(
                                    userFactors.row(user),
                                    want.n(),
                                    item ->
                                            !banned.get(item)
                                                    && (known || !history.contains(row, item)));
            assertThat(alone).isEqualTo(expected);
        }
    }

    @Example
    void asksForMoreThanThereIs() {
        Ranking ranking = TopN.select(new float[] {1, 3, 2}, SparseVector.EMPTY, Want.top(100));
        assertThat(ranking).isEqualTo(new Ranking(new int[] {1, 2, 0}, new float[] {3, 2, 1}, 3));
    }

    @Example
    void neverRanksNan() {
        Ranking ranking =
                TopN.select(new float[] {Float.NaN, 1, Float.NaN}, SparseVector.EMPTY, Want.top(3));
        assertThat(ranking.size()).isEqualTo(1);
        assertThat(ranking.item(0)).isEqualTo(1);
    }

    @Example
    void relativeScoresCountTheKnownBestAsOne() {
        SparseVector known = new SparseVector(new int[] {0}, new float[] {1});
        Ranking ranking = TopN.select(new float[] {4, 2, -1}, known, Want.top(2));
        assertThat(ranking.relative(0)).isEqualTo(.5f);
        assertThat(ranking.relative(1)).isZero();
    }

    /// Factors whose norms differ a lot, some exactly equal, some zero.
    private static Matrix factors(int rows, int rank, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix matrix = Matrix.zeros(rows, rank);
        for (int row = 0; row < rows; row++) {
            int size = random.nextInt(4);
            for (int k = 0; k < rank; k++) {
                matrix.values()[matrix.offset(row) + k] =
                        (float) Math.pow(4, size)
                                * (random.nextInt(5) - 2)
                                / 4
                                * (size > 0 ? 1 : 0);
            }
        }
        return matrix;
    }

    private static Ranking sorted(float[] scores, SparseVector known, Want want) {
        List<Integer> order = new ArrayList<>();
        float best = Float.NEGATIVE_INFINITY;
        for (int item = 0; item < scores.length; item++) {
            best = Math.max(best, scores[item]);
            if (!want.banned().get(item) && (want.known() || !known.contains(item))) {
                order.add(item);
            }
        }
        order.sort(
                Comparator.comparingDouble((Integer item) -> -scores[item])
                        .thenComparingInt(item -> item));
        List<Integer> top = order.subList(0, Math.min(want.n(), order.size()));
        float[] topScores = new float[top.size()];
        for (int i = 0; i < topScores.length; i++) {
            topScores[i] = scores[top.get(i)];
        }
        return new Ranking(top.stream().mapToInt(i -> i).toArray(), topScores, best);
    }
}
