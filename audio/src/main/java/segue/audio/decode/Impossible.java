package segue.audio.decode;

/// Samples that no sound has: not a number, infinite, or louder than anything by far. Files of
/// floats can hold them, damaged ones do; one alone would spoil every filter behind the
/// decoder.
final class Impossible {

    /// 80 dB above full scale.
    private static final int LIMIT = Float.floatToRawIntBits(1e4f);

    private static final int MAGNITUDE = 0x7FFF_FFFF;

    private Impossible() {}

    /// Sets them to zero among the first `length`; returns how many there were.
    static int silence(float[] samples, int length) {
        // The bits of a float without its sign are ordered as its magnitude is, with infinity and
        // NaN on top: one integer comparison finds all. Four maxima, so that none waits.
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a = Math.max(a, Float.floatToRawIntBits(samples[i]) & MAGNITUDE);
            b = Math.max(b, Float.floatToRawIntBits(samples[i + 1]) & MAGNITUDE);
            c = Math.max(c, Float.floatToRawIntBits(samples[i + 2]) & MAGNITUDE);
            d = Math.max(d, Float.floatToRawIntBits(samples[i + 3]) & MAGNITUDE);
        }
        for (; i < length; i++) {
            a = Math.max(a, Float.floatToRawIntBits(samples[i]) & MAGNITUDE);
        }
        return Math.max(Math.max(a, b), Math.max(c, d)) > LIMIT ? repair(samples, length) : 0;
    }

    private static int repair(float[] samples, int length) {
        int bad = 0;
        for (int i = 0; i < length; i++) {
            if ((Float.floatToRawIntBits(samples[i]) & MAGNITUDE) > LIMIT) {
                samples[i] = 0;
                bad++;
            }
        }
        return bad;
    }
}
