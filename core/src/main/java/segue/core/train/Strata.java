package segue.core.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// The entries of a matrix in an order for stochastic gradient descent that uses several threads
/// and is still reproducible (Gemulla, Nijkamp, Haas, Sismanis 2011, DSGD).
///
/// Each epoch deals users and items at random into `parts` parts, which cuts the matrix into
/// `parts × parts` blocks. Blocks `(p, p + s)` for one `s` have no user and no item in common, so
/// they can be walked at the same time and it does not matter which thread takes which, or how many
/// there are. Blocks are also small enough for the caches to hold much of their rows. Negative
/// items have to come from a block's own part; as parts are dealt anew each epoch, every item meets
/// every other.
///
/// Memory: 8 bytes an entry.
final class Strata {

    /// Above this many entries there are [#MANY] parts, so that up to so many threads have work.
    private static final int LARGE = 2_000_000;

    private static final int MANY = 8;
    private static final int FEW = 2;

    private final SparseMatrix matrix;
    private final Run run;
    private final int parts;
    private final boolean apart;
    private final byte[] userPart;
    private final byte[] itemPart;
    private final int[] played;
    private final int[] start;
    private final int[] users;
    private final int[] items;
    private final int[][] itemsOf;

    /// Walks one block: its entries are `from` to `to` of [#user] and [#item].
    @FunctionalInterface
    interface Walk {
        /// @return a loss, to be summed
        double block(int part, int from, int to, SplittableRandom random);
    }

    /// Makes the walk of one thread, which may own buffers.
    @FunctionalInterface
    interface Walker {
        Walk start();
    }

    /// @param apart whether blocks without common users and items may be walked at the same time
    Strata(SparseMatrix matrix, boolean apart, Run run) {
        this.apart = apart;
        this.matrix = matrix;
        this.run = run;
        int[] counts = new int[matrix.columns()];
        for (int item : matrix.columnArray()) {
            counts[item]++;
        }
        this.played = indicesAboveZero(counts);
        this.parts = matrix.entries() > LARGE && played.length >= MANY ? MANY : FEW;
        this.userPart = new byte[matrix.rows()];
        this.itemPart = new byte[matrix.columns()];
        this.start = new int[parts * parts + 1];
        this.users = new int[matrix.entries()];
        this.items = new int[matrix.entries()];
        this.itemsOf = new int[parts][];
    }

    private static int[] indicesAboveZero(int[] counts) {
        int[] indices = new int[counts.length];
        int size = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                indices[size++] = i;
            }
        }
        return Arrays.copyOf(indices, size);
    }

    int user(int entry) {
        return users[entry];
    }

    int item(int entry) {
        return items[entry];
    }

    /// The items of all entries, the backing array itself.
    int[] items() {
        return items;
    }

    /// The items of a part that have entries.
    int[] itemsOf(int part) {
        return itemsOf[part];
    }

    /// How many items have entries.
    int playedItems() {
        return played.length;
    }

    /// One pass over all blocks.
    ///
    /// @param purpose names the random numbers of this epoch
    /// @return the sum of the losses, in an order that does not depend on threads
    double epoch(String purpose, Walker walker) {
        deal(run.random(purpose));
        double[] losses = new double[parts * parts];
        Walk single = walker.start();
        for (int shift = 0; shift < parts; shift++) {
            if (apart) {
                int by = shift;
                Parallel.rows(
                        parts,
                        1,
                        run,
                        () -> {
                            Walk walk = walker.start();
                            return (from, to) -> walk(walk, purpose, from, by, losses);
                        });
            } else {
                for (int userPart = 0; userPart < parts; userPart++) {
                    run.check();
                    walk(single, purpose, userPart, shift, losses);
                }
            }
        }
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum;
    }

    private void walk(Walk walk, String purpose, int ofUsers, int shift, double[] losses) {
        int ofItems = (ofUsers + shift) % parts;
        int block = ofUsers * parts + ofItems;
        SplittableRandom random = run.random(purpose + " block " + block);
        losses[block] = walk.block(ofItems, start[block], start[block + 1], random);
    }

    private void deal(SplittableRandom random) {
        for (int user = 0; user < userPart.length; user++) {
            userPart[user] = (byte) random.nextInt(parts);
        }
        dealItems(random);
        Arrays.fill(start, 0);
        int[] columns = matrix.columnArray();
        for (int user = 0; user < userPart.length; user++) {
            int row = userPart[user] * parts + 1;
            for (int e = matrix.start(user); e < matrix.end(user); e++) {
                start[row + itemPart[columns[e]]]++;
            }
        }
        for (int block = 0; block < parts * parts; block++) {
            start[block + 1] += start[block];
        }
        int[] next = Arrays.copyOf(start, parts * parts);
        for (int user = 0; user < userPart.length; user++) {
            int row = userPart[user] * parts;
            for (int e = matrix.start(user); e < matrix.end(user); e++) {
                int to = next[row + itemPart[columns[e]]]++;
                users[to] = user;
                items[to] = columns[e];
            }
        }
    }

    /// In equal numbers, so that no part is left without.
    private void dealItems(SplittableRandom random) {
        int[] order = played.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int chosen = order[j];
            order[j] = order[i];
            order[i] = chosen;
        }
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) order.length * part / parts);
            int to = (int) ((long) order.length * (part + 1) / parts);
            itemsOf[part] = Arrays.copyOfRange(order, from, to);
            for (int item : itemsOf[part]) {
                itemPart[item] = (byte) part;
            }
        }
    }

    /// A step through `count` entries that meets each once before it returns to the first: a number
    /// without a common divisor.
    static int stride(int count, SplittableRandom random) {
        if (count < 3) {
            return 1;
        }
        int stride;
        do {
            stride = 1 + random.nextInt(count - 1);
        } while (divisor(stride, count) != 1);
        return stride;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }
}
