package segue.engine.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import segue.audio.feature.SoundSpace;
import segue.audio.feature.Timbre;
import segue.core.math.Kernels;
import segue.core.math.Matrix;

/// Where the tracks of a library lie in its [SoundSpace], for distances of one to all. Immutable.
final class Places {

    /// So many tracks are enough to know the space.
    private static final int SAMPLE = 10_000;

    private static final int PAIRS = 2_000;

    private final Matrix points;
    private final float[] squares;
    private final double typical;

    private Places(Matrix points, float[] squares, double typical) {
        this.points = points;
        this.squares = squares;
        this.typical = typical;
    }

    /// @param vectors `tracks × components` as [Timbre] has them
    static Places of(Matrix vectors) {
        int tracks = vectors.rows();
        int step = Math.max(1, tracks / SAMPLE);
        List<Timbre> sample = new ArrayList<>();
        for (int row = 0; row < tracks; row += step) {
            sample.add(new Timbre(vectors.row(row)));
        }
        SoundSpace space = SoundSpace.of(sample);
        Matrix points = Matrix.zeros(tracks, Timbre.SIZE);
        float[] squares = new float[tracks];
        for (int row = 0; row < tracks; row++) {
            float[] place = space.place(new Timbre(vectors.row(row)));
            System.arraycopy(place, 0, points.values(), points.offset(row), place.length);
            squares[row] = Kernels.BEST.dot(place, 0, place, 0, place.length);
        }
        return new Places(points, squares, new Places(points, squares, 1).median());
    }

    /// A row for each track; the distance of two rows is that of the tracks, 1 as far as two tracks
    /// of the collection usually are.
    Matrix points() {
        Matrix scaled = Matrix.zeros(points.rows(), points.columns());
        for (int i = 0; i < scaled.values().length; i++) {
            scaled.values()[i] = (float) (points.values()[i] / typical);
        }
        return scaled;
    }

    /// How far all tracks are from one; 1 is as far as two tracks of the collection usually are.
    float[] distances(int row) {
        float[] distances = new float[points.rows()];
        for (int other = 0; other < distances.length; other++) {
            distances[other] = (float) (distance(row, other) / typical);
        }
        return distances;
    }

    private double distance(int row, int other) {
        float dot =
                Kernels.BEST.dot(
                        points.values(),
                        points.offset(row),
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
            pairs[i] = distance(one, other);
        }
        Arrays.sort(pairs);
        return pairs[PAIRS / 2] > 0 ? pairs[PAIRS / 2] : 1;
    }
}
