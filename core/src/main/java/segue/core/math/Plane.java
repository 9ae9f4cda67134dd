package segue.core.math;

import java.util.Arrays;
import segue.core.run.Run;

/// Lays points out on a plane so that near ones stay near: a start by principal components, then
/// the graph of the nearest neighbours pulls together and random others push apart (after McInnes,
/// Healy, Melville 2018, "UMAP"). All points move at once in each round, so the result is the same
/// at any number of threads. Costs points × neighbours × rounds.
public final class Plane {

    private static final int NEIGHBOURS = 15;
    private static final int ROUNDS = 300;
    private static final int PUSHES = 8;

    /// How strong all pushes together are, against the pulls.
    private static final float PUSH = 1.2f;

    private static final float FARTHEST_STEP = 4;
    private static final float START = 10;

    /// More points than this are placed between the nearest of an even sample.
    private static final int SAMPLE = 60_000;

    private Plane() {}

    /// The two directions in which the points differ most.
    ///
    /// @return `points × 2`, centred
    public static Matrix principal(Matrix points) {
        int n = points.rows();
        int d = points.columns();
        double[] mean = new double[d];
        for (int row = 0; row < n; row++) {
            for (int k = 0; k < d; k++) {
                mean[k] += points.at(row, k) / n;
            }
        }
        double[] sums = new double[d * d];
        double[] centred = new double[d];
        for (int row = 0; row < n; row++) {
            for (int k = 0; k < d; k++) {
                centred[k] = points.at(row, k) - mean[k];
            }
            for (int a = 0; a < d; a++) {
                for (int b = a; b < d; b++) {
                    sums[a * d + b] += centred[a] * centred[b];
                }
            }
        }
        Matrix covariance = Matrix.zeros(d, d);
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < d; b++) {
                covariance.values()[covariance.offset(a) + b] =
                        (float) (sums[Math.min(a, b) * d + Math.max(a, b)] / Math.max(1, n));
            }
        }
        Matrix axes = Eigen.of(covariance).vectors();
        Matrix places = Matrix.zeros(n, 2);
        for (int row = 0; row < n; row++) {
            for (int axis = 0; axis < Math.min(2, d); axis++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += (points.at(row, k) - mean[k]) * axes.at(k, axis);
                }
                places.values()[places.offset(row) + axis] = (float) sum;
            }
        }
        return places;
    }

    /// @param points `points × numbers`, on scales of their own
    /// @return `points × 2`, centred
    public static Matrix of(Matrix points, Run run) {
        if (points.rows() <= SAMPLE) {
            return laidOut(points, run);
        }
        int step = Math.ceilDiv(points.rows(), SAMPLE);
        Matrix sample = Matrix.zeros(Math.ceilDiv(points.rows(), step), points.columns());
        for (int i = 0; i < sample.rows(); i++) {
            System.arraycopy(
                    points.values(),
                    points.offset(i * step),
                    sample.values(),
                    sample.offset(i),
                    points.columns());
        }
        Matrix known = laidOut(sample, run);
        NearestRows near = NearestRows.of(points, sample, 3, run);
        Matrix places = Matrix.zeros(points.rows(), 2);
        for (int row = 0; row < points.rows(); row++) {
            double total = 0;
            for (int i = 0; i < near.count(); i++) {
                double weight = 1 / (1e-6 + near.squares()[row][i]);
                total += weight;
                for (int axis = 0; axis < 2; axis++) {
                    places.values()[places.offset(row) + axis] +=
                            (float) (weight * known.at(near.rows()[row][i], axis));
                }
            }
            for (int axis = 0; axis < 2; axis++) {
                places.values()[places.offset(row) + axis] /= (float) total;
            }
        }
        return places;
    }

    private static Matrix laidOut(Matrix points, Run run) {
        Matrix start = principal(points);
        if (points.rows() < 4) {
            return start;
        }
        scale(start);
        NearestRows near = NearestRows.of(points, NEIGHBOURS, run);
        NeighbourGraph graph = NeighbourGraph.of(near);
        float[] now = start.values();
        float[] next = now.clone();
        for (int round = 0; round < ROUNDS; round++) {
            run.check();
            float rate = 1 - (float) round / ROUNDS;
            float[] from = now;
            float[] to = next;
            long salt = run.seed() * 0x9E3779B97F4A7C15L + round;
            Parallel.rows(
                    points.rows(),
                    512,
                    run,
                    () ->
                            (first, end) -> {
                                for (int i = first; i < end; i++) {
                                    move(i, graph, from, to, rate, salt);
                                }
                            });
            now = to;
            next = from;
            run.report("layout", round + 1, ROUNDS, "");
        }
        return new Matrix(points.rows(), 2, now);
    }

    private static void scale(Matrix places) {
        float most = 0;
        for (float value : places.values()) {
            most = Math.max(most, Math.abs(value));
        }
        for (int i = 0; i < places.values().length && most > 0; i++) {
            places.values()[i] *= START / most;
        }
    }

    private static void move(
            int i, NeighbourGraph graph, float[] from, float[] to, float rate, long salt) {
        float x = from[2 * i];
        float y = from[2 * i + 1];
        float pullX = 0;
        float pullY = 0;
        for (int e = graph.starts()[i]; e < graph.starts()[i + 1]; e++) {
            int j = graph.others()[e];
            float dx = from[2 * j] - x;
            float dy = from[2 * j + 1] - y;
            float pull = graph.weights()[e] / (1 + dx * dx + dy * dy);
            pullX += pull * dx;
            pullY += pull * dy;
        }
        float pushX = 0;
        float pushY = 0;
        long state = mix(salt ^ (i * 0xD1B54A32D192ED03L));
        int points = from.length / 2;
        for (int s = 0; s < PUSHES; s++) {
            state = mix(state + 0x9E3779B97F4A7C15L);
            int j = (int) (((state >>> 32) * points) >>> 32);
            float dx = x - from[2 * j];
            float dy = y - from[2 * j + 1];
            float square = dx * dx + dy * dy;
            float push = j == i ? 0 : 1 / ((.01f + square) * (1 + square));
            pushX += clip(push * dx);
            pushY += clip(push * dy);
        }
        to[2 * i] = x + rate * clip(pullX + PUSH * pushX / PUSHES);
        to[2 * i + 1] = y + rate * clip(pullY + PUSH * pushY / PUSHES);
    }

    private static float clip(float step) {
        return Math.clamp(step, -FARTHEST_STEP, FARTHEST_STEP);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// The share of the `count` nearest points that are still among the `count` nearest on the
    /// plane.
    ///
    /// @return 0..1
    public static double kept(Matrix points, Matrix places, int count, Run run) {
        NearestRows before = NearestRows.of(points, count, run);
        NearestRows after = NearestRows.of(places, count, run);
        long kept = 0;
        for (int row = 0; row < points.rows(); row++) {
            int[] near = before.rows()[row].clone();
            Arrays.sort(near);
            for (int other : after.rows()[row]) {
                kept += Arrays.binarySearch(near, other) >= 0 ? 1 : 0;
            }
        }
        return (double) kept / Math.max(1, (long) points.rows() * before.count());
    }
}
