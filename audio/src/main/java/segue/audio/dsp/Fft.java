package segue.audio.dsp;

import org.jtransforms.fft.FloatFFT_1D;
import org.jtransforms.utils.CommonUtils;

/// The Fourier transform of real frames of one size; the only user of JTransforms.
///
/// Not normalised: a sine of amplitude 1 at the middle of a bin gives the magnitude `size / 2`
/// (without window). Runs in the caller's thread. Keep one instance a thread.
public final class Fft {

    static {
        // JTransforms would start threads of its own for long frames.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
    }

    private final int size;
    private final FloatFFT_1D transform;

    /// @param size samples a frame: even, fastest for powers of two
    public Fft(int size) {
        if (size < 2 || size % 2 != 0) {
            throw new IllegalArgumentException("size must be even and at least 2, is " + size);
        }
        this.size = size;
        transform = new FloatFFT_1D(size);
    }

    /// Samples a frame.
    public int size() {
        return size;
    }

    /// Values of a spectrum: `size / 2 + 1`, from 0 Hz to half the sample rate.
    public int bins() {
        return size / 2 + 1;
    }

    /// Transforms in place. The layout is packed: real and imaginary part of bin `k` at `2k` and
    /// `2k + 1`; bin 0 is real and so is the last bin, whose value stands at index 1.
    public void forward(float[] frame) {
        check(frame.length, size, "frame");
        transform.realForward(frame);
    }

    /// Undoes [#forward], with the factor `1 / size`.
    public void inverse(float[] packed) {
        check(packed.length, size, "spectrum");
        transform.realInverse(packed, true);
    }

    /// Squared magnitudes of all [#bins]; `frame` holds the packed spectrum afterwards.
    public void power(float[] frame, float[] out) {
        check(out.length, bins(), "power");
        forward(frame);
        out[0] = frame[0] * frame[0];
        out[size / 2] = frame[1] * frame[1];
        for (int k = 1; k < size / 2; k++) {
            float re = frame[2 * k];
            float im = frame[2 * k + 1];
            out[k] = re * re + im * im;
        }
    }

    /// Magnitudes of all [#bins]; `frame` holds the packed spectrum afterwards.
    public void magnitude(float[] frame, float[] out) {
        power(frame, out);
        for (int k = 0; k < out.length; k++) {
            out[k] = (float) Math.sqrt(out[k]);
        }
    }

    private static void check(int found, int expected, String what) {
        if (found != expected) {
            throw new IllegalArgumentException(
                    what + " length differs: found " + found + ", expected " + expected);
        }
    }
}
