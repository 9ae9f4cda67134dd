package segue.core.rank;

import java.util.SplittableRandom;
import segue.core.model.Ranking;
import segue.core.model.TopN;

/// Adds chance to scores, so that the same question gets other answers with another seed: Gumbel
/// noise, which makes the order a draw without replacement from the softmax of the scores divided
/// by the temperature (Kool, van Hoof, Welling 2019, "Stochastic Beams and Where to Find Them").
/// The noise of an item depends on seed and item alone, not on its place. Scores stay as they were;
/// the order changes.
///
/// @param seed of the noise
/// @param temperature at least 0, in the units of the scores; 0 leaves everything as it is
public record Variance(long seed, double temperature) implements Reranker {

    private static final double TINY = 0x1p-53;

    public Variance {
        if (!(temperature >= 0) || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("temperature must be at least 0, is " + temperature);
        }
    }

    @Override
    public Ranking rerank(Ranking ranking) {
        return temperature == 0 || ranking.size() < 2
                ? ranking
                : Orders.of(ranking, places(ranking));
    }

    /// The same order, but the scores are those with the noise: for a reranker that comes after.
    public Ranking shaken(Ranking ranking) {
        if (temperature == 0 || ranking.size() < 2) {
            return ranking;
        }
        Ranking places = places(ranking);
        int[] items = new int[places.size()];
        float[] scores = new float[items.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = ranking.item(places.item(i));
            scores[i] = places.score(i);
        }
        return new Ranking(items, scores, places.best());
    }

    private Ranking places(Ranking ranking) {
        TopN order = new TopN(ranking.size());
        for (int i = 0; i < ranking.size(); i++) {
            order.offer(i, (float) (ranking.score(i) + temperature * gumbel(ranking.item(i))));
        }
        return order.take();
    }

    private double gumbel(int item) {
        double even = new SplittableRandom(mix(seed, item)).nextDouble() + TINY;
        return -StrictMath.log(-StrictMath.log(Math.min(even, 1 - TINY)));
    }

    private static long mix(long seed, int item) {
        long hash = seed + 0x9E3779B97F4A7C15L * (item + 1L);
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        return hash ^ (hash >>> 27);
    }
}
