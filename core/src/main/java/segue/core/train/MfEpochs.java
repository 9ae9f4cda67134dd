package segue.core.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import segue.core.math.Kernels;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.math.Steps;
import segue.core.run.Run;

/// The state of [Mf] while it learns, in standardised ratings. The vectors `z` that SVD++ gives
/// items as parts of a history move once a user, by the sum of the user's slopes, which costs as
/// much as one more pass over the entries instead of one for each entry of the user.
final class MfEpochs {

    private static final Kernels K = Kernels.BEST;
    private static final Steps S = Steps.BEST;

    /// Standard deviation of the vectors at the beginning.
    private static final double INITIAL = .1;

    /// The share of the learning rate left at the end.
    private static final double LAST = .1;

    private final Mf mf;
    private final Run run;
    private final SparseMatrix matrix;
    private final Ratings.Biases biases;
    private final Matrix users;
    private final Matrix items;
    private final Matrix history;
    private final int stride;
    private final int[] order;
    private final float[] x;
    private final float[] slopes;

    MfEpochs(Mf mf, Ratings ratings, Run run) {
        this.mf = mf;
        this.run = run;
        this.matrix = ratings.matrix();
        this.biases = ratings.biases();
        this.stride = mf.stride();
        this.users = gaussian(matrix.rows(), run.random("mf users"));
        this.items = gaussian(matrix.columns(), run.random("mf items"));
        this.history = Matrix.zeros(mf.implicit() ? matrix.columns() : 0, stride);
        this.order = new int[matrix.rows()];
        this.x = new float[stride];
        this.slopes = new float[stride];
        Arrays.setAll(order, user -> user);
        forgetUnplayed();
    }

    private Matrix gaussian(int rows, SplittableRandom random) {
        Matrix factors = Matrix.zeros(rows, stride);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < mf.rank(); k++) {
                factors.values()[factors.offset(row) + k] =
                        (float) (INITIAL * random.nextGaussian());
            }
        }
        return factors;
    }

    private void forgetUnplayed() {
        float[] unused = new float[matrix.columns()];
        Positives.forgetUnplayed(matrix, users, items, unused);
    }

    Ratings.Biases biases() {
        return biases;
    }

    Matrix items() {
        return items;
    }

    /// The whole vector of a user, what the history adds included.
    float[] user(int user) {
        float[] whole = users.row(user);
        addHistory(user, whole);
        return whole;
    }

    /// One pass over all ratings.
    ///
    /// @return the root of the mean squared error met on the way
    double walk(int iteration) {
        SplittableRandom random = run.random("mf " + iteration);
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int chosen = order[j];
            order[j] = order[i];
            order[i] = chosen;
        }
        double progress = (iteration - 1.0) / mf.iterations();
        float rate = (float) (mf.learningRate() * (1 - (1 - LAST) * progress));
        double squares = 0;
        for (int user : order) {
            squares += mf.implicit() ? visitWithHistory(user, rate) : visit(user, rate);
        }
        return Math.sqrt(squares / Math.max(1, matrix.entries()));
    }

    private double visit(int user, float rate) {
        double squares = 0;
        float keep = (float) (1 - rate * mf.regularization());
        int at = users.offset(user);
        for (int e = matrix.start(user); e < matrix.end(user); e++) {
            int item = matrix.column(e);
            int y = items.offset(item);
            float score = S.dot(users.values(), at, items.values(), y, stride);
            float error = error(user, item, e, score, rate, keep);
            S.product(users.values(), at, items.values(), y, stride, rate * error, keep);
            squares += (double) error * error;
        }
        return squares;
    }

    private float error(int user, int item, int e, float score, float rate, float keep) {
        float[] ofUser = biases.ofUser().values();
        float[] ofItem = biases.ofItem().values();
        float error = matrix.value(e) - ofUser[user] - ofItem[item] - score;
        ofUser[user] = keep * ofUser[user] + rate * error;
        ofItem[item] = keep * ofItem[item] + rate * error;
        return error;
    }

    /// The user's vector and what the history adds move as one, since their slopes are the same;
    /// the difference afterwards is divided between the two.
    private double visitWithHistory(int user, float rate) {
        int count = matrix.count(user);
        if (count == 0) {
            return 0;
        }
        float keep = (float) (1 - rate * mf.regularization());
        int own = users.offset(user);
        System.arraycopy(users.values(), own, x, 0, stride);
        addHistory(user, x);
        Arrays.fill(slopes, 0);
        double squares = 0;
        for (int e = matrix.start(user); e < matrix.end(user); e++) {
            int item = matrix.column(e);
            int y = items.offset(item);
            float score = S.dot(x, 0, items.values(), y, stride);
            float error = error(user, item, e, score, rate, keep);
            K.addScaled(error, items.values(), y, slopes, 0, stride);
            S.product(x, 0, items.values(), y, stride, rate * error, 1);
            K.addScaled(keep - 1, items.values(), y, items.values(), y, stride);
            squares += (double) error * error;
        }
        float decay = (float) Math.pow(keep, count);
        float[] values = users.values();
        for (int k = 0; k < stride; k++) {
            values[own + k] = decay * values[own + k] + rate * slopes[k];
        }
        float share = (float) (rate / Math.sqrt(count));
        for (int e = matrix.start(user); e < matrix.end(user); e++) {
            int z = history.offset(matrix.column(e));
            for (int k = 0; k < stride; k++) {
                history.values()[z + k] = keep * history.values()[z + k] + share * slopes[k];
            }
        }
        return squares;
    }

    private void addHistory(int user, float[] to) {
        int count = matrix.count(user);
        if (!mf.implicit() || count == 0) {
            return;
        }
        float scale = (float) (1 / Math.sqrt(count));
        for (int e = matrix.start(user); e < matrix.end(user); e++) {
            int z = history.offset(matrix.column(e));
            K.addScaled(scale, history.values(), z, to, 0, stride);
        }
    }
}
