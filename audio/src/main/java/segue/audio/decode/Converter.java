package segue.audio.decode;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.PointerPointer;

/// One of FFmpeg's sample converters: from any form to planar floats. Not thread-safe.
final class Converter implements AutoCloseable {

    /// The low pass of the down-mix: 60 dB down from 1.02 of the new Nyquist frequency, flat to
    /// .78 of it, which is all that analysis looks at.
    private static final int TAPS = 32;

    private static final double CUTOFF = .9;
    private static final int KAISER_BETA = 6;

    private final SwrContext context = new SwrContext(null);
    private final int inputFormat;
    private final int inputRate;
    private final AVChannelLayout inputLayout = new AVChannelLayout();

    private Converter(AVChannelLayout from, int inputFormat, int inputRate) {
        this.inputFormat = inputFormat;
        this.inputRate = inputRate;
        av_channel_layout_copy(inputLayout, from);
    }

    /// Converts frames like `frame` to floats of `rate` and `layout`; does nothing but change
    /// the number format where rate and layout are the frame's own. Empty where FFmpeg knows no
    /// way.
    static Optional<Converter> of(AVFrame frame, AVChannelLayout layout, int rate) {
        Converter made = new Converter(frame.ch_layout(), frame.format(), frame.sample_rate());
        if (made.allocate(layout, rate) < 0 || swr_init(made.context) < 0) {
            made.close();
            return Optional.empty();
        }
        return Optional.of(made);
    }

    /// Mixes planar floats down to mono of `rate`.
    ///
    /// @param weights of the channels
    static Converter mono(AVChannelLayout from, int fromRate, int rate, double[] weights) {
        Converter made = new Converter(from, AV_SAMPLE_FMT_FLTP, fromRate);
        try (AVChannelLayout mono = new AVChannelLayout()) {
            av_channel_layout_default(mono, 1);
            check(made.allocate(mono, rate));
        }
        av_opt_set_int(made.context, "filter_size", TAPS, 0);
        av_opt_set_double(made.context, "cutoff", CUTOFF, 0);
        av_opt_set_double(made.context, "kaiser_beta", KAISER_BETA, 0);
        if (weights.length > 1) {
            check(swr_set_matrix(made.context, weights, weights.length));
        }
        check(swr_init(made.context));
        return made;
    }

    private int allocate(AVChannelLayout to, int rate) {
        return swr_alloc_set_opts2(
                context,
                to,
                AV_SAMPLE_FMT_FLTP,
                rate,
                inputLayout,
                inputFormat,
                inputRate,
                0,
                null);
    }

    /// Whether it was made for frames like this one.
    boolean fits(AVFrame frame) {
        return frame.format() == inputFormat
                && frame.sample_rate() == inputRate
                && av_channel_layout_compare(frame.ch_layout(), inputLayout) == 0;
    }

    /// The most samples that `input` more could give.
    int most(int input) {
        return swr_get_out_samples(context, input);
    }

    /// Takes `input` samples (0: only what is held back) and gives at most `capacity`; what
    /// does not fit is held back.
    int convert(PointerPointer<?> out, int capacity, PointerPointer<?> in, int input) {
        return Math.max(0, swr_convert(context, out, capacity, in, input));
    }

    /// Gives what the filter still holds at the end of the sound.
    int flush(PointerPointer<?> out, int capacity) {
        return Math.max(0, swr_convert(context, out, capacity, (PointerPointer<?>) null, 0));
    }

    private static void check(int result) {
        if (result < 0) {
            throw new IllegalStateException("swresample: " + Ffmpeg.message(result));
        }
    }

    @Override
    public void close() {
        swr_free(context);
        inputLayout.close();
    }
}
