package segue.engine.names;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Many short texts in one array of bytes. Immutable.
public final class Texts {

    private final byte[] bytes;
    private final int[] starts;

    private Texts(byte[] bytes, int[] starts) {
        this.bytes = bytes;
        this.starts = starts;
    }

    public int size() {
        return starts.length - 1;
    }

    /// One text, as a new string.
    public String get(int i) {
        return new String(bytes, starts[i], starts[i + 1] - starts[i], StandardCharsets.UTF_8);
    }

    /// What it takes in memory.
    public long memory() {
        return bytes.length + 4L * starts.length;
    }

    /// Collects texts one after the other.
    public static final class Builder {
        private byte[] bytes = new byte[1 << 12];
        private int[] starts = new int[1 << 8];
        private int size;

        public Builder add(String text) {
            byte[] more = text.getBytes(StandardCharsets.UTF_8);
            int from = starts[size];
            if (from + more.length < 0) {
                throw new IllegalStateException("more than 2 GB of names");
            }
            if (from + more.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(from + more.length, roomier(bytes.length)));
            }
            System.arraycopy(more, 0, bytes, from, more.length);
            if (++size == starts.length) {
                starts = Arrays.copyOf(starts, roomier(size));
            }
            starts[size] = from + more.length;
            return this;
        }

        private static int roomier(int length) {
            return length + (length >> 1) + 16;
        }

        public Texts build() {
            return new Texts(Arrays.copyOf(bytes, starts[size]), Arrays.copyOf(starts, size + 1));
        }
    }
}
