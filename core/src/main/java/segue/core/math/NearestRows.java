package segue.core.math;

import java.util.Arrays;
import segue.core.run.Run;

/// For each of many points the nearest others, exactly, by Euclid's distance. Costs all pairs, a
/// panel of points at a time: 50,000 × 50,000 of 64 numbers take some seconds.
public final class NearestRows {

    private final int count;
    private final int[][] rows;
    private final float[][] squares;

    private NearestRows(int count, int[][] rows, float[][] squares) {
        this.count = count;
        this.rows = rows;
        this.squares = squares;
    }

    /// How many neighbours each row has.
    public int count() {
        return count;
    }

    /// The nearest of each row, to be read only.
    public int[][] rows() {
        return rows;
    }

    /// The squares of their distances, to be read only.
    public float[][] squares() {
        return squares;
    }

    private static final Kernels K = Kernels.BEST;
    private static final int PAD = Kernels.PAD;
    private static final int BLOCK = 16 * Kernels.TILE;
    private static final int STAGE_ROWS = 10_000;

    /// The nearest of all other rows, the nearest first; equally near ones in the order of rows.
    public static NearestRows of(Matrix points, int count, Run run) {
        return of(points, points, Math.min(count, points.rows() - 1), true, run);
    }

    /// For each row of `from` the nearest rows of `among`.
    public static NearestRows of(Matrix from, Matrix among, int count, Run run) {
        return of(from, among, Math.min(count, among.rows()), false, run);
    }

    private static NearestRows of(Matrix from, Matrix among, int count, boolean same, Run run) {
        if (from.columns() != among.columns()) {
            throw new IllegalArgumentException(
                    "columns differ: %d and %d".formatted(from.columns(), among.columns()));
        }
        int least = Math.max(0, count);
        int[][] rows = new int[from.rows()][least];
        float[][] squares = new float[from.rows()][least];
        if (least > 0) {
            NearestPanels panels = NearestPanels.of(among);
            Parallel.rows(
                    from.rows(),
                    BLOCK,
                    run,
                    () -> {
                        float[] packed = new float[BLOCK * panels.rank()];
                        float[] scores = new float[Kernels.TILE * PAD];
                        Heap[] heaps = new Heap[BLOCK];
                        Arrays.setAll(heaps, i -> new Heap(least));
                        return (first, end) -> {
                            for (int i = first; i < end; i++) {
                                panels.pack(from, i, packed, i - first);
                                heaps[i - first].clear();
                            }
                            for (int p = 0; p < among.rows(); p += PAD) {
                                for (int u = 0; u < end - first; u += Kernels.TILE) {
                                    int tile = Math.min(Kernels.TILE, end - first - u);
                                    panels.scores(packed, u, tile, p, scores);
                                    for (int t = 0; t < tile; t++) {
                                        int self = same ? first + u + t : -1;
                                        collect(
                                                heaps[u + t],
                                                scores,
                                                t * PAD,
                                                p,
                                                among.rows(),
                                                self);
                                    }
                                }
                            }
                            for (int i = first; i < end; i++) {
                                heaps[i - first].take(rows[i], squares[i], norm(from, i));
                            }
                            if (end % STAGE_ROWS < BLOCK) {
                                run.report("neighbours", end, from.rows(), "");
                            }
                        };
                    });
        }
        return new NearestRows(least, rows, squares);
    }

    private static void collect(Heap heap, float[] scores, int at, int first, int rows, int self) {
        int above = K.above(scores, at, heap.threshold());
        while (above != 0) {
            int j = Integer.numberOfTrailingZeros(above);
            above &= above - 1;
            if (first + j < rows && first + j != self) {
                heap.offer(first + j, scores[at + j]);
            }
        }
    }

    private static float norm(Matrix points, int row) {
        return K.dot(
                points.values(),
                points.offset(row),
                points.values(),
                points.offset(row),
                points.columns());
    }

    /// The best so far, in falling order; small, so an array that is kept sorted.
    private static final class Heap {
        private final int[] rows;
        private final float[] scores;
        private int size;

        Heap(int count) {
            rows = new int[count];
            scores = new float[count];
        }

        void clear() {
            size = 0;
        }

        float threshold() {
            return size < rows.length ? Float.NEGATIVE_INFINITY : scores[size - 1];
        }

        void offer(int row, float score) {
            if (size == rows.length && score <= scores[size - 1]) {
                return;
            }
            int at = size < rows.length ? size++ : size - 1;
            while (at > 0 && scores[at - 1] < score) {
                scores[at] = scores[at - 1];
                rows[at] = rows[at - 1];
                at--;
            }
            scores[at] = score;
            rows[at] = row;
        }

        /// |a − b|² = |a|² − 2 (a · b − |b|² / 2).
        void take(int[] into, float[] squares, float norm) {
            for (int i = 0; i < into.length; i++) {
                into[i] = i < size ? rows[i] : rows[0];
                squares[i] = Math.max(0, norm - 2 * scores[Math.min(i, size - 1)]);
            }
        }
    }
}
