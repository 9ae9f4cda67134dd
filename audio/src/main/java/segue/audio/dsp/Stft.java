package segue.audio.dsp;

import java.util.List;

/// The short-time Fourier transform of a stream: blocks of any size go in, the magnitude spectrum
/// of each frame goes to every consumer in turn.
///
/// Frame `n` is centred on sample `n · hop`; zeros stand before the first and after the last
/// sample. Magnitudes are scaled so that a full-scale sine gives about 1 at its peak, whatever the
/// size and window. Buffers are reused and nothing is allocated a frame. Not thread-safe.
public final class Stft {

    /// Hears the frames, in order.
    public interface Listener {
        /// @param magnitudes one value a bin; valid only during the call
        void frame(float[] magnitudes);
    }

    /// The rate that the shared transform expects, Hz.
    public static final int SAMPLE_RATE = 22_050;

    /// Samples a frame of the shared transform: 46 ms, bins 21.5 Hz apart.
    public static final int SIZE = 1024;

    /// Samples between frames of the shared transform: 86.13 frames a second.
    public static final int HOP = 256;

    private final Fft fft;
    private final int hop;
    private final float[] window;
    private final List<Listener> listeners;

    /// The latest samples, oldest first; `filled` of them are there.
    private final float[] samples;

    private final float[] frame;
    private final float[] magnitudes;
    private int filled;
    private long heard;
    private long frames;

    /// The transform that all features share: [#SIZE], [#HOP], Hann.
    public Stft(List<Listener> listeners) {
        this(SIZE, HOP, Window.HANN, listeners);
    }

    /// @param size samples a frame
    /// @param hop samples from one frame to the next, `1..size`
    public Stft(int size, int hop, Window window, List<Listener> listeners) {
        if (hop < 1 || hop > size) {
            throw new IllegalArgumentException("hop must be 1.." + size + ", is " + hop);
        }
        this.fft = new Fft(size);
        this.hop = hop;
        this.window = window.of(size);
        this.listeners = List.copyOf(listeners);
        double sum = 0;
        for (float w : this.window) {
            sum += w;
        }
        for (int n = 0; n < size; n++) {
            this.window[n] *= (float) (2 / sum);
        }
        samples = new float[size];
        frame = new float[size];
        magnitudes = new float[fft.bins()];
        filled = size / 2;
    }

    /// Takes the next `count` samples of `block`, from `from` on.
    public void accept(float[] block, int from, int count) {
        heard += count;
        push(block, from, count);
    }

    /// Ends the stream: the frames whose centre is before the end are given out.
    public void finish() {
        float[] zeros = new float[hop];
        while (frames * hop < heard) {
            push(zeros, 0, hop);
        }
    }

    /// Frames given out so far.
    public long frames() {
        return frames;
    }

    private void push(float[] block, int from, int count) {
        int next = from;
        int end = from + count;
        while (next < end) {
            int n = Math.min(end - next, samples.length - filled);
            System.arraycopy(block, next, samples, filled, n);
            filled += n;
            next += n;
            if (filled == samples.length) {
                give();
                System.arraycopy(samples, hop, samples, 0, samples.length - hop);
                filled -= hop;
            }
        }
    }

    private void give() {
        for (int n = 0; n < frame.length; n++) {
            frame[n] = samples[n] * window[n];
        }
        fft.magnitude(frame, magnitudes);
        for (Listener listener : listeners) {
            listener.frame(magnitudes);
        }
        frames++;
    }
}
