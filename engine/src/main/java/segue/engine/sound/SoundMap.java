package segue.engine.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import segue.audio.feature.Timbre;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.library.sound.HeardTrack;
import segue.library.sound.HeardTracks;

/// Where the items of a catalogue lie by their sound, for the likeness of many to a few. Made of
/// what was heard, or of features where these know more tracks. Immutable and thread-safe.
public final class SoundMap {

    /// Likeness falls to a half at about this share of the usual distance.
    private static final double NEAR = .6;

    private static final int WORDS = 3;

    private final Matrix points;
    private final boolean[] known;
    private final HeardTrack[] heard;
    private final InCommon common;

    private SoundMap(Matrix points, boolean[] known, HeardTrack[] heard, InCommon common) {
        this.points = points;
        this.known = known;
        this.heard = heard;
        this.common = common;
    }

    /// @param rowOf the row of a track's id in the catalogue; of an artist's catalogue the row of
    ///   its artist; -1: none
    /// @param rows of the catalogue
    /// @param each whether the rows are the tracks themselves, not their artists
    public static SoundMap ofHeard(
            HeardTracks tracks, ToIntFunction<HeardTrack> rowOf, int rows, boolean each) {
        Matrix places =
                tracks.vectors().columns() == Timbre.SIZE && !tracks.tracks().isEmpty()
                        ? Places.of(tracks.vectors()).points()
                        : Matrix.zeros(0, 1);
        Matrix points = Matrix.zeros(rows, places.columns());
        int[] counts = new int[rows];
        HeardTrack[] best = new HeardTrack[rows];
        Map<Integer, HeardTrack> files = new HashMap<>();
        for (int at = 0; at < places.rows(); at++) {
            HeardTrack track = tracks.tracks().get(at);
            int row = rowOf.applyAsInt(track);
            if (row >= 0) {
                counts[row]++;
                files.merge(row, track, (a, b) -> a.bitRate() >= b.bitRate() ? a : b);
                for (int i = 0; i < places.columns(); i++) {
                    points.values()[points.offset(row) + i] +=
                            places.values()[places.offset(at) + i];
                }
            }
        }
        boolean[] known = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            known[row] = counts[row] > 0;
            for (int i = 0; i < points.columns() && known[row]; i++) {
                points.values()[points.offset(row) + i] /= counts[row];
            }
        }
        if (each) {
            files.forEach((row, track) -> best[row] = track);
        }
        return new SoundMap(points, known, best, new InCommon(tracks.tracks()));
    }

    /// @param features `rows × features`; a row with a NaN is not known
    public static SoundMap ofFeatures(Matrix features) {
        int rows = features.rows();
        int width = features.columns();
        boolean[] known = new boolean[rows];
        double[] sum = new double[width];
        double[] squares = new double[width];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            known[row] = true;
            for (int i = 0; i < width; i++) {
                known[row] &= !Double.isNaN(features.at(row, i));
            }
            for (int i = 0; i < width && known[row]; i++) {
                sum[i] += features.at(row, i);
                squares[i] += (double) features.at(row, i) * features.at(row, i);
            }
            count += known[row] ? 1 : 0;
        }
        Matrix points = Matrix.zeros(rows, width);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < width && known[row]; i++) {
                double mean = sum[i] / count;
                double spread = Math.sqrt(Math.max(1e-12, squares[i] / count - mean * mean));
                // Two of a crowd are this far apart on the average.
                points.values()[points.offset(row) + i] =
                        (float) ((features.at(row, i) - mean) / spread / Math.sqrt(2.0 * width));
            }
        }
        return new SoundMap(points, known, new HeardTrack[rows], new InCommon(List.of()));
    }

    /// How many items it knows.
    public int size() {
        int size = 0;
        for (boolean one : known) {
            size += one ? 1 : 0;
        }
        return size;
    }

    public boolean knows(int row) {
        return known[row];
    }

    /// How alike two items sound: 1 the same, falling to 0; 0 where one is not known.
    public double likeness(int one, int other) {
        if (!known[one] || !known[other]) {
            return 0;
        }
        double distance =
                Kernels.BEST.dot(
                                points.values(),
                                points.offset(one),
                                points.values(),
                                points.offset(one),
                                points.columns())
                        + Kernels.BEST.dot(
                                points.values(),
                                points.offset(other),
                                points.values(),
                                points.offset(other),
                                points.columns())
                        - 2
                                * Kernels.BEST.dot(
                                        points.values(),
                                        points.offset(one),
                                        points.values(),
                                        points.offset(other),
                                        points.columns());
        return Math.exp(-Math.max(0, distance) / (NEAR * NEAR) * Math.log(2));
    }

    /// How much items sound like some, each by its weight: 0..1; NaN where not known, or where none
    /// of the some is.
    public float[] likeness(int[] seeds, float[] weights) {
        float[] likeness = new float[known.length];
        double all = 0;
        for (int i = 0; i < seeds.length; i++) {
            all += known[seeds[i]] ? weights[i] : 0;
        }
        if (!(all > 0)) {
            Arrays.fill(likeness, Float.NaN);
            return likeness;
        }
        for (int row = 0; row < likeness.length; row++) {
            double sum = 0;
            for (int i = 0; i < seeds.length; i++) {
                sum += weights[i] * likeness(seeds[i], row);
            }
            likeness[row] = known[row] ? (float) (sum / all) : Float.NaN;
        }
        return likeness;
    }

    /// What two have in common, as words; empty where these are not known.
    public List<String> inCommon(int one, int other) {
        return heard[one] == null || heard[other] == null
                ? List.of()
                : new ArrayList<>(common.of(heard[one].measures(), heard[other].measures(), WORDS));
    }
}
