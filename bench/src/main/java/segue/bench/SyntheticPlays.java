package segue.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import segue.core.math.SparseMatrix;

/// Plays of the shape of Last.fm 360K: lognormal activity, Zipf-Mandelbrot popularity
/// `1 / (rank + 30)`, taste clusters that prefer a share of the artists, lognormal play counts.
///
/// @param listeners rows
/// @param artists columns
/// @param mean mean number of artists a listener
/// @param clusters groups of listeners with a common taste
public record SyntheticPlays(int listeners, int artists, double mean, int clusters) {

    /// 360,000 × 290,000 with about 17.5 M entries.
    public static final SyntheticPlays LASTFM_360K = new SyntheticPlays(360_000, 290_000, 49, 64);

    /// Standard deviation of the logarithm of activity.
    private static final double SPREAD = .55;

    /// Share of a listener's artists drawn from the own cluster's.
    private static final double OWN = .5;

    /// Generates the matrix of play counts. The same seed gives the same matrix.
    public SparseMatrix generate(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Popularity everybody = new Popularity(IntStream.range(0, artists).toArray());
        Popularity[] own = new Popularity[clusters];
        Arrays.setAll(
                own,
                cluster ->
                        new Popularity(
                                IntStream.range(0, artists)
                                        .filter(artist -> clusterOf(artist) == cluster)
                                        .toArray()));
        int[] starts = new int[listeners + 1];
        int[] columns = new int[(int) (listeners * mean * 1.1)];
        int size = 0;
        for (int listener = 0; listener < listeners; listener++) {
            Popularity mine = own[random.nextInt(clusters)];
            int count = activity(random);
            int[] row = new int[count];
            for (int i = 0; i < count; i++) {
                row[i] = (random.nextDouble() < OWN ? mine : everybody).draw(random);
            }
            Arrays.sort(row);
            if (size + count > columns.length) {
                columns = Arrays.copyOf(columns, columns.length + columns.length / 4 + count);
            }
            int previous = -1;
            for (int artist : row) {
                if (artist != previous) {
                    columns[size++] = artist;
                }
                previous = artist;
            }
            starts[listener + 1] = size;
        }
        float[] values = new float[size];
        for (int e = 0; e < size; e++) {
            values[e] = (float) Math.ceil(Math.exp(3.5 + 1.5 * random.nextGaussian()));
        }
        return new SparseMatrix(listeners, artists, starts, Arrays.copyOf(columns, size), values);
    }

    private int activity(SplittableRandom random) {
        // Repeats are dropped afterwards, so a little more is drawn than is kept.
        double mu = Math.log(mean * 1.105) - SPREAD * SPREAD / 2;
        double count = Math.exp(mu + SPREAD * random.nextGaussian());
        return (int) Math.clamp(Math.round(count), 1L, (long) artists / 4);
    }

    private int clusterOf(int artist) {
        return (int) (((artist * 0x9E3779B97F4A7C15L) >>> 33) % clusters);
    }

    /// Draws artists by popularity, which falls with their number.
    private static final class Popularity {
        private final int[] artists;
        private final double[] cumulative;

        Popularity(int[] artists) {
            this.artists = artists;
            this.cumulative = new double[artists.length];
            double sum = 0;
            for (int i = 0; i < artists.length; i++) {
                sum += 1.0 / (artists[i] + 30);
                cumulative[i] = sum;
            }
        }

        int draw(SplittableRandom random) {
            double at = random.nextDouble() * cumulative[cumulative.length - 1];
            int found = Arrays.binarySearch(cumulative, at);
            return artists[Math.min(artists.length - 1, found < 0 ? -found - 1 : found)];
        }
    }
}
