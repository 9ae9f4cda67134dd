package segue.core.train;

import java.util.BitSet;
import java.util.Optional;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.model.Model;
import segue.core.model.PopularityModel;
import segue.core.run.Run;

/// Ranks items by how many users have them; also of late only, or fading, or with one label.
///
/// A user counts for an item by the time they last had to do with it; who has no time for it does
/// not count where times are asked for.
///
/// @param window how many days before the newest play count; 0: all
/// @param halfLife after how many days a user counts half; 0: none fades
/// @param tag only items with this label have a score; empty: all
public record Popular(double window, double halfLife, String tag) implements Algorithm {

    public static final Popular DEFAULTS = new Popular(0, 0, "");

    public Popular {
        Check.that(window >= 0, "window must not be negative, is %s", window);
        Check.that(halfLife >= 0, "halfLife must not be negative, is %s", halfLife);
    }

    @Override
    public boolean dated() {
        return window > 0 || halfLife > 0;
    }

    @Override
    public Optional<String> missing(TrainingData data) {
        if (dated() && data.ages().entries() == 0) {
            return Optional.of(
                    "needs times, and no play has one: import a log with a column of times, or leave out window and halfLife");
        }
        return !tag.isEmpty() && data.labels().itemsWith(tag).isEmpty()
                ? Optional.of("finds no item with the tag '%s'".formatted(tag))
                : Optional.empty();
    }

    @Override
    public Model fit(TrainingData data, Run run) {
        missing(data)
                .ifPresent(
                        what -> {
                            throw new IllegalArgumentException("popular " + what);
                        });
        SparseMatrix matrix = data.matrix();
        float[] users = new float[matrix.columns()];
        if (dated()) {
            count(matrix, data.ages(), users);
        } else {
            for (int e = 0; e < matrix.entries(); e++) {
                users[matrix.column(e)]++;
            }
        }
        if (!tag.isEmpty()) {
            BitSet tagged = data.labels().itemsWith(tag);
            for (int item = 0; item < users.length; item++) {
                users[item] = tagged.get(item) ? users[item] : 0;
            }
        }
        return new PopularityModel(matrix.rows(), new Matrix(1, users.length, users));
    }

    /// Only of cells that are in the matrix; the newest of those has age 0.
    private void count(SparseMatrix matrix, SparseMatrix ages, float[] users) {
        double newest = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < 2; pass++) {
            for (int user = 0; user < matrix.rows(); user++) {
                for (int e = ages.start(user); e < ages.end(user); e++) {
                    if (!matrix.contains(user, ages.column(e))) {
                        continue;
                    }
                    if (pass == 0) {
                        newest = Math.min(newest, ages.value(e));
                    } else {
                        users[ages.column(e)] += (float) share(ages.value(e) - newest);
                    }
                }
            }
        }
    }

    private double share(double age) {
        if (window > 0 && age > window) {
            return 0;
        }
        return halfLife > 0 ? Math.pow(.5, age / halfLife) : 1;
    }
}
