package segue.core.tune;

import java.util.Map;
import segue.core.math.SparseMatrix;
import segue.core.train.Algorithm;
import segue.core.train.Blend;
import segue.core.train.Ease;
import segue.core.train.Settings;

/// How much memory a trial takes at most, by its settings and the size of the data: a rule of thumb
/// that errs upwards. All trials share the counts themselves.
public final class Footprint {

    /// Weights, their transpose, what is made on the way to a model.
    private static final long ENTRY = 80;

    /// Factors while they are learned, with their squared slopes, and in the model.
    private static final long FACTOR = 16;

    /// A neighbour's row and its likeness, in the heap and in the model.
    private static final long NEIGHBOUR = 16;

    /// Lists and metrics of a user, what is known of an item.
    private static final long ROW = 1000;

    private Footprint() {}

    /// Bytes.
    public static long of(Candidate candidate, SparseMatrix counts) {
        Algorithm algorithm = candidate.build();
        Map<String, Object> settings = Settings.of((Record) algorithm);
        long rows = (long) counts.rows() + counts.columns();
        long bytes =
                ENTRY * counts.entries()
                        + rows * (ROW + FACTOR * number(settings, "rank"))
                        + Math.max(counts.rows(), counts.columns())
                                * NEIGHBOUR
                                * number(settings, "neighbours");
        return algorithm instanceof Ease || algorithm instanceof Blend
                ? bytes + dense(counts)
                : bytes;
    }

    /// EASE, which a blend usually has too: a square of the smaller side and the product of both.
    private static long dense(SparseMatrix counts) {
        long side = Math.min(counts.rows(), counts.columns());
        return 4 * side * (2 * side + Math.max(counts.rows(), counts.columns()));
    }

    private static long number(Map<String, Object> settings, String name) {
        return settings.get(name) instanceof Integer value ? value : 0;
    }
}
