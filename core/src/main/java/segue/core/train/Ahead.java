package segue.core.train;

import java.util.SplittableRandom;

/// Items drawn at random a few steps before they are needed, so that their vectors are already on
/// the way from memory: most of the time of a step is spent waiting for it. The order of the items
/// does not depend on how far ahead they are drawn. Not thread-safe.
final class Ahead {

    /// How many steps ahead.
    static final int STEPS = 8;

    /// Floats in a line of the cache.
    private static final int LINE = 16;

    private final SplittableRandom random;
    private final int[] source;
    private final int from;
    private final int count;
    private final float[] vectors;
    private final int stride;
    private final int[] drawn = new int[STEPS];
    private int at;
    private float touched;

    /// Draws from the elements `from` to `to` of `source`, at least one.
    ///
    /// @param vectors rows of `stride` floats, one an item
    Ahead(SplittableRandom random, int[] source, int from, int to, float[] vectors, int stride) {
        this.random = random;
        this.source = source;
        this.from = from;
        this.count = to - from;
        this.vectors = vectors;
        this.stride = stride;
        for (int step = 0; step < STEPS; step++) {
            drawn[step] = draw();
        }
    }

    int next() {
        int item = drawn[at];
        drawn[at] = draw();
        at = (at + 1) % STEPS;
        return item;
    }

    /// Asks for the vector of an item that will be needed soon.
    void touch(int item) {
        int row = item * stride;
        for (int k = 0; k < stride; k += LINE) {
            touched += vectors[row + k];
        }
    }

    /// Whether all numbers touched so far were finite. Without a question about them the reads
    /// would be optimised away.
    boolean finite() {
        return Float.isFinite(touched);
    }

    private int draw() {
        long scaled = (random.nextInt() & 0xFFFF_FFFFL) * count;
        int item = source[from + (int) (scaled >>> 32)];
        touch(item);
        return item;
    }
}
