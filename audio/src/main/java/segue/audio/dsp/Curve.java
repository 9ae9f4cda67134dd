package segue.audio.dsp;

import java.util.ArrayList;
import java.util.List;

/// A list of floats that grows by pieces, without copying what it holds. Not thread-safe.
public final class Curve {

    private static final int PIECE = 4096;

    private final List<float[]> pieces = new ArrayList<>();
    private int size;

    /// Appends one.
    public void add(float value) {
        int within = size % PIECE;
        if (within == 0) {
            pieces.add(new float[PIECE]);
        }
        pieces.getLast()[within] = value;
        size++;
    }

    /// How many there are.
    public int size() {
        return size;
    }

    /// All of them, a new array.
    public float[] toArray() {
        float[] all = new float[size];
        for (int p = 0; p < pieces.size(); p++) {
            int from = p * PIECE;
            System.arraycopy(pieces.get(p), 0, all, from, Math.min(PIECE, size - from));
        }
        return all;
    }
}
