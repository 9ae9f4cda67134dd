package segue.core.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import segue.core.data.Split;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.core.model.BlendModel;
import segue.core.model.Model;
import segue.core.model.Ranking;
import segue.core.model.Taste;
import segue.core.model.TopN;
import segue.core.run.Run;

/// Finds the weights of a blend's members by coordinate ascent on NDCG at 10 (Metzler and Croft
/// 2007): one weight at a time is moved by a step as long as the held-out items rank better, with
/// ever smaller steps. Weights stay at 0 or above: negative ones fit noise. Works on each user's
/// candidates only: the best of every member.
final class BlendWeights {

    private static final int K = 10;
    private static final double[] STEPS = {.5, .25, .12, .06};
    private static final int PASSES = 2;

    /// Enough people to learn a handful of weights from; more only cost time.
    private static final int PEOPLE = 20_000;

    private final int members;
    private final int candidates;
    private final int splits;
    private final Run run;
    private final List<Query> queries = new ArrayList<>();

    BlendWeights(int members, int candidates, int splits, Run run) {
        this.members = members;
        this.candidates = candidates;
        this.splits = splits;
        this.run = run;
    }

    /// One user's candidates.
    private static final class Query {
        /// `candidates × members`, row after row, comparable.
        private final float[] scores;

        /// Whether a candidate was held out.
        private final boolean[] gain;

        /// The DCG of a perfect list.
        private final double ideal;

        Query(float[] scores, boolean[] gain, double ideal) {
            this.scores = scores;
            this.gain = gain;
            this.ideal = ideal;
        }
    }

    /// The weights that rank best what was held out of all splits.
    double[] learn() {
        double[] weights = new double[members];
        weights[0] = 1;
        double best = ndcg(weights);
        for (double step : STEPS) {
            for (int pass = 0; pass < PASSES; pass++) {
                for (int member = 0; member < weights.length; member++) {
                    best = climb(weights, member, step, best);
                    best = climb(weights, member, -step, best);
                }
                run.report("blend", 0, 0, "NDCG@10 %.4f".formatted(best));
            }
        }
        return weights;
    }

    private double climb(double[] weights, int member, double step, double from) {
        double best = from;
        while (true) {
            run.check();
            double before = weights[member];
            weights[member] = Math.max(0, before + step);
            double ndcg = weights[member] == before ? best : ndcg(weights);
            if (ndcg <= best + 1e-5) {
                weights[member] = before;
                return best;
            }
            best = ndcg;
        }
    }

    /// Adds what was held out by `split`, as members trained on the rest see it.
    void add(List<BlendModel.Member> trained, Split split) {
        SparseMatrix train = split.train();
        BitSet ranked = new BitSet();
        for (int column : train.columnArray()) {
            ranked.set(column);
        }
        int every = Math.max(1, train.rows() / (PEOPLE / splits));
        int[] people =
                IntStream.range(0, train.rows())
                        .filter(user -> user % every == 0)
                        .filter(user -> split.test().count(user) > 0 && train.count(user) > 0)
                        .toArray();
        Query[] of = new Query[people.length];
        Parallel.rows(
                people.length,
                Model.TOGETHER,
                run,
                () -> {
                    float[][][] scores = new float[members][Model.TOGETHER][train.columns()];
                    return (from, to) -> {
                        for (int m = 0; m < members; m++) {
                            BlendModel.Member member = trained.get(m);
                            member.model()
                                    .scoreAll(
                                            Arrays.stream(people, from, to)
                                                    .mapToObj(user -> taste(member, train, user))
                                                    .toList(),
                                            scores[m]);
                        }
                        for (int i = from; i < to; i++) {
                            float[][] own = new float[members][];
                            for (int m = 0; m < members; m++) {
                                own[m] = scores[m][i - from];
                            }
                            of[i] = query(split, people[i], own, ranked);
                        }
                    };
                });
        queries.addAll(Arrays.asList(of));
    }

    private static Taste taste(BlendModel.Member member, SparseMatrix train, int user) {
        return Taste.ofUser(user, member.weights().apply(train.row(user)));
    }

    private Query query(Split split, int user, float[][] scores, BitSet ranked) {
        SparseVector counts = split.train().row(user);
        BlendModel.Scale[] scales = new BlendModel.Scale[members];
        BitSet chosen = new BitSet();
        for (int m = 0; m < scales.length; m++) {
            scales[m] = BlendModel.Scale.of(scores[m], counts, candidates);
            TopN top = new TopN(candidates);
            for (int item = ranked.nextSetBit(0); item >= 0; item = ranked.nextSetBit(item + 1)) {
                if (!counts.contains(item)) {
                    top.offer(item, scores[m][item]);
                }
            }
            Ranking best = top.take();
            for (int i = 0; i < best.size(); i++) {
                chosen.set(best.item(i));
            }
        }
        int[] items = chosen.stream().toArray();
        float[] table = new float[items.length * scales.length];
        boolean[] gain = new boolean[items.length];
        for (int c = 0; c < items.length; c++) {
            for (int m = 0; m < scales.length; m++) {
                table[c * scales.length + m] =
                        (scores[m][items[c]] - scales[m].mean()) / scales[m].spread();
            }
            gain[c] = split.test().contains(user, items[c]);
        }
        int relevant = split.test().count(user) + split.unrankable().of(user);
        double ideal = 0;
        for (int i = 0; i < Math.min(K, relevant); i++) {
            ideal += 1 / Math.log(i + 2);
        }
        return new Query(table, gain, ideal);
    }

    private double ndcg(double[] weights) {
        double[] of = new double[queries.size()];
        Parallel.rows(
                of.length,
                256,
                run,
                () -> {
                    TopN top = new TopN(K);
                    return (from, to) -> {
                        for (int q = from; q < to; q++) {
                            of[q] = ndcg(queries.get(q), weights, top);
                        }
                    };
                });
        return Arrays.stream(of).sum() / Math.max(1, of.length);
    }

    private static double ndcg(Query query, double[] weights, TopN top) {
        int width = weights.length;
        for (int c = 0; c < query.gain.length; c++) {
            float score = 0;
            for (int m = 0; m < width; m++) {
                score += (float) weights[m] * query.scores[c * width + m];
            }
            if (score >= top.threshold()) {
                top.offer(c, score);
            }
        }
        Ranking best = top.take();
        double gain = 0;
        for (int i = 0; i < best.size(); i++) {
            gain += query.gain[best.item(i)] ? 1 / Math.log(i + 2) : 0;
        }
        return gain / query.ideal;
    }
}
