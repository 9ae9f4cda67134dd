package segue.core.math;

/// Who is near whom, both ways: weights from the distances to the nearest, so that each point has
/// about as much company in dense and in thin parts. Weights of a point sum to 1.
final class NeighbourGraph {

    private final int[] starts;
    private final int[] others;
    private final float[] weights;

    private NeighbourGraph(int[] starts, int[] others, float[] weights) {
        this.starts = starts;
        this.others = others;
        this.weights = weights;
    }

    int[] starts() {
        return starts;
    }

    int[] others() {
        return others;
    }

    float[] weights() {
        return weights;
    }

    private static final int HALVINGS = 40;

    static NeighbourGraph of(NearestRows near) {
        int n = near.rows().length;
        float[][] own = new float[n][];
        int[] degree = new int[n + 1];
        for (int i = 0; i < n; i++) {
            own[i] = weights(near.squares()[i]);
            for (int j : near.rows()[i]) {
                degree[i + 1]++;
                degree[j + 1]++;
            }
        }
        for (int i = 0; i < n; i++) {
            degree[i + 1] += degree[i];
        }
        int[] next = degree.clone();
        int[] others = new int[degree[n]];
        float[] weights = new float[degree[n]];
        for (int i = 0; i < n; i++) {
            for (int e = 0; e < near.count(); e++) {
                int j = near.rows()[i][e];
                put(others, weights, next, i, j, own[i][e]);
                put(others, weights, next, j, i, own[i][e]);
            }
        }
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int e = degree[i]; e < degree[i + 1]; e++) {
                sum += weights[e];
            }
            for (int e = degree[i]; e < degree[i + 1] && sum > 0; e++) {
                weights[e] /= (float) sum;
            }
        }
        return new NeighbourGraph(degree, others, weights);
    }

    private static void put(
            int[] others, float[] weights, int[] next, int of, int other, float weight) {
        others[next[of]] = other;
        weights[next[of]++] = weight;
    }

    /// exp(−(distance − nearest) / width), the width such that they sum to log2(count).
    private static float[] weights(float[] squares) {
        double nearest = Math.sqrt(squares[0]);
        double wanted = Math.log(squares.length) / Math.log(2);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double width = 1;
        for (int step = 0; step < HALVINGS; step++) {
            double sum = 0;
            for (float square : squares) {
                sum += Math.exp(-Math.max(0, Math.sqrt(square) - nearest) / width);
            }
            if (sum > wanted) {
                high = width;
                width = (low + high) / 2;
            } else {
                low = width;
                width = Double.isInfinite(high) ? 2 * width : (low + high) / 2;
            }
        }
        float[] weights = new float[squares.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] =
                    (float)
                            Math.exp(
                                    -Math.max(0, Math.sqrt(squares[i]) - nearest)
                                            / Math.max(width, 1e-9));
        }
        return weights;
    }
}
