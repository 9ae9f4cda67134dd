package segue.engine.sound;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import segue.audio.feature.Timbre;
import segue.core.math.Kernels;
import segue.core.math.Matrix;

/// Tracks as points, near each other where they sound alike. Each component is centred on its
/// median and scaled by its quartiles over the collection, so that no unit and no few odd tracks
/// rule; then weighed by the part of the sound it belongs to. Immutable.
///
/// Of a part with `m` components each has `w / m` of the squared distance, where `w` is the weight
/// of its group, shared by the parts in proportion to `√m`: many components say more than one, but
/// not as many times more.
final class SoundSpace {

    /// What each group counts; of no matter which sum.
    private static final Map<Timbre.Group, Double> WEIGHTS =
            new EnumMap<>(
                    Map.of(
                            Timbre.Group.TIMBRE, .5,
                            Timbre.Group.RHYTHM, .25,
                            Timbre.Group.HARMONY, .1,
                            Timbre.Group.DYNAMICS, .15));

    /// The distance of quartiles of the normal distribution, in deviations.
    private static final double QUARTILES = 1.349;

    private static final float FARTHEST = 4;
    private static final int SAMPLE = 10_000;
    private static final int PAIRS = 2_000;

    private final Matrix points;
    private final float[] squares;
    private final double typical;

    private SoundSpace(Matrix points, float[] squares, double typical) {
        this.points = points;
        this.squares = squares;
        this.typical = typical;
    }

    /// @param vectors `tracks × components` as [Timbre] has them; others are weighed alike
    static SoundSpace of(Matrix vectors) {
        int tracks = vectors.rows();
        int size = vectors.columns();
        Matrix points = Matrix.zeros(tracks, size);
        float[] weights = weights(size);
        for (int component = 0; component < size; component++) {
            scale(vectors, component, weights[component], points);
        }
        float[] squares = new float[tracks];
        for (int row = 0; row < tracks; row++) {
            int at = points.offset(row);
            squares[row] = Kernels.BEST.dot(points.values(), at, points.values(), at, size);
        }
        SoundSpace bare = new SoundSpace(points, squares, 1);
        return new SoundSpace(points, squares, bare.median());
    }

    private static float[] weights(int size) {
        float[] weights = new float[size];
        Arrays.fill(weights, 1);
        if (size == Timbre.SIZE) {
            Map<Timbre.Group, Double> shares = new EnumMap<>(Timbre.Group.class);
            for (Timbre.Part part : Timbre.Part.values()) {
                shares.merge(part.group(), Math.sqrt(part.size()), Double::sum);
            }
            for (Timbre.Part part : Timbre.Part.values()) {
                double share =
                        WEIGHTS.getOrDefault(part.group(), 0.0)
                                * Math.sqrt(part.size())
                                / shares.getOrDefault(part.group(), 1.0);
                Arrays.fill(
                        weights,
                        part.offset(),
                        part.offset() + part.size(),
                        (float) Math.sqrt(share / part.size()));
            }
        }
        return weights;
    }

    private static void scale(Matrix vectors, int component, float weight, Matrix points) {
        int tracks = vectors.rows();
        int step = Math.max(1, tracks / SAMPLE);
        float[] sample = new float[Math.ceilDiv(tracks, step)];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = vectors.at(i * step, component);
        }
        Arrays.sort(sample);
        int last = sample.length - 1;
        if (last < 0) {
            return;
        }
        float median = sample[last / 2];
        double spread = (sample[last - last / 4] - sample[last / 4]) / QUARTILES;
        if (spread == 0) {
            // Most have the same value: what differs is told by the whole range.
            spread = (sample[last] - sample[0]) / 2;
        }
        if (spread == 0) {
            return;
        }
        for (int row = 0; row < tracks; row++) {
            double z = (vectors.at(row, component) - median) / spread;
            points.values()[points.offset(row) + component] =
                    weight * Math.clamp((float) z, -FARTHEST, FARTHEST);
        }
    }

    /// How far all tracks are from one; 1 is as far as two tracks of the collection usually are.
    float[] distances(int row) {
        float[] distances = new float[points.rows()];
        int at = points.offset(row);
        for (int other = 0; other < distances.length; other++) {
            distances[other] = (float) (distance(at, row, other) / typical);
        }
        return distances;
    }

    private double distance(int at, int row, int other) {
        float dot =
                Kernels.BEST.dot(
                        points.values(),
                        at,
                        points.values(),
                        points.offset(other),
                        points.columns());
        return Math.sqrt(Math.max(0, squares[row] + squares[other] - 2.0 * dot));
    }

    /// The median distance of pairs drawn evenly.
    private double median() {
        int tracks = points.rows();
        if (tracks < 2) {
            return 1;
        }
        double[] pairs = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            int one = (int) ((long) i * tracks / PAIRS);
            int other = (int) ((one + 1 + (i * 7919L) % (tracks - 1)) % tracks);
            pairs[i] = distance(points.offset(one), one, other);
        }
        Arrays.sort(pairs);
        return pairs[PAIRS / 2] > 0 ? pairs[PAIRS / 2] : 1;
    }
}
