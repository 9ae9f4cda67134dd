package segue.audio.compose;

/// White noise, -1..1 (Marsaglia's xorshift, 2003). Not thread-safe.
final class Noise {

    private int state;

    Noise(long seed) {
        long mixed = (seed + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        int start = (int) (mixed ^ (mixed >>> 32));
        state = start == 0 ? 1 : start;
    }

    float next() {
        int x = state;
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        state = x;
        return x * 0x1p-31f;
    }
}
