package segue.audio.decode;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import segue.core.run.SegueException;

/// Decodes the sound of a file block by block: all channels at the file's own rate, and the
/// same sound as mono of [#MONO_RATE]. Its buffers are its own and filled anew by each [#next],
/// so that memory does not grow with the length of the file. Not thread-safe; several may run
/// at once.
///
/// A damaged file gives what can be had; [#damage] then says what was missing.
public final class Decoder implements AutoCloseable {

    /// The rate of the mono signal that analysis works on, hertz.
    public static final int MONO_RATE = 22_050;

    /// The most samples of a channel in a block.
    public static final int BLOCK = 8192;

    private static final int LOWEST_RATE = 1000;
    private static final int HIGHEST_RATE = 1_600_000;
    private static final int MOST_CHANNELS = 64;

    /// A claimed length may be wrong by this much without being called damage, seconds.
    private static final double LENGTH_SLACK_SECONDS = 1.5;

    private final Source source;
    private final AudioFormat format;
    private final AVChannelLayout layout = new AVChannelLayout();
    private final FloatPointer[] planes;
    private final PointerPointer<FloatPointer> planeList;
    private final float[][] samples;
    private final Converter toMono;
    private final FloatPointer monoPlane;
    private final PointerPointer<FloatPointer> monoList;
    private final float[] mono;
    private Converter toFloat;
    private AVFrame frame;
    private boolean fresh = true;
    private boolean ended;
    private int length;
    private int monoLength;
    private long total;
    private long impossible;

    private Decoder(Source source, AVFrame first, AudioFormat format) {
        this.source = source;
        this.frame = first;
        this.format = format;
        int channels = format.channels();
        Speakers.nameAll(first.ch_layout(), layout);
        toFloat =
                Converter.of(first, layout, format.sampleRate())
                        .orElseThrow(() -> new IllegalStateException("no converter"));
        planes = new FloatPointer[channels];
        for (int channel = 0; channel < channels; channel++) {
            planes[channel] = new FloatPointer(BLOCK);
        }
        planeList = new PointerPointer<>(planes);
        samples = new float[channels][BLOCK];
        toMono =
                Converter.mono(
                        layout,
                        format.sampleRate(),
                        MONO_RATE,
                        Speakers.weights(format.speakers()));
        int most = toMono.most(BLOCK) + 1;
        monoPlane = new FloatPointer(most);
        monoList = new PointerPointer<>(new FloatPointer[] {monoPlane});
        mono = new float[most];
    }

    /// Opens a file; the first sound in it is decoded, so that [#format] is certain.
    ///
    /// @param stop asked often: true ends the work with [SegueException.Cancelled]
    /// @throws SegueException.NotFound when there is no such file
    /// @throws SegueException.BadInput when it is no audio file that can be decoded
    public static Decoder open(Path file, BooleanSupplier stop) {
        Source source = Source.open(file, stop);
        try {
            AVFrame first =
                    source.next()
                            .orElseThrow(
                                    () ->
                                            new SegueException.BadInput(
                                                    file.toString(),
                                                    0,
                                                    "holds no sound; remove it or copy it anew"));
            int channels = first.ch_layout().nb_channels();
            int rate = first.sample_rate();
            if (channels > MOST_CHANNELS || rate < LOWEST_RATE || rate > HIGHEST_RATE) {
                throw new SegueException.BadInput(
                        file.toString(),
                        0,
                        "claims %d channels of %d Hz; convert it to something usual"
                                .formatted(channels, rate));
            }
            return new Decoder(source, first, format(source, first));
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /// Opens a file with nobody to stop it.
    public static Decoder open(Path file) {
        return open(file, () -> false);
    }

    public AudioFormat format() {
        return format;
    }

    /// What container and track say of the music: names in lower case, values as they are, the
    /// track's own (Ogg keeps all there) first.
    public SortedMap<String, String> metadata() {
        SortedMap<String, String> found = new TreeMap<>();
        Ffmpeg.entries(source.stream().metadata(), found);
        Ffmpeg.entries(source.container().metadata(), found);
        return found;
    }

    /// Decodes the next block. A block may have samples of one of the two signals only.
    ///
    /// @return false at the end; then there is no block
    /// @throws SegueException.BadInput when most of the file turns out to be no sound
    public boolean next() {
        length = 0;
        monoLength = 0;
        while (!ended) {
            length =
                    toFloat.convert(
                            planeList,
                            BLOCK,
                            frame.extended_data(),
                            fresh ? frame.nb_samples() : 0);
            fresh = false;
            if (length > 0) {
                total += length;
                for (int channel = 0; channel < planes.length; channel++) {
                    planes[channel].get(samples[channel], 0, length);
                    int bad = Impossible.silence(samples[channel], length);
                    if (bad > 0) {
                        impossible += bad;
                        planes[channel].put(samples[channel], 0, length);
                    }
                }
                takeMono(toMono.convert(monoList, mono.length, planeList, length));
                return true;
            }
            advance();
        }
        return monoLength > 0;
    }

    private void advance() {
        Optional<AVFrame> next = source.next();
        if (next.isEmpty()) {
            ended = true;
            takeMono(toMono.flush(monoList, mono.length));
            return;
        }
        frame = next.get();
        fresh = true;
        if (!toFloat.fits(frame)) {
            Optional<Converter> other = Converter.of(frame, layout, format.sampleRate());
            if (other.isEmpty()) {
                source.reject();
                frame.nb_samples(0);
                return;
            }
            toFloat.close();
            toFloat = other.get();
        }
    }

    private void takeMono(int count) {
        monoLength = count;
        monoPlane.get(mono, 0, count);
    }

    /// Channels × [#BLOCK], of which the first [#length] are of this block. Nominally -1..1,
    /// but compressed and floating-point files go beyond. Always numbers.
    public float[][] samples() {
        return samples;
    }

    /// How many samples each channel has in this block.
    public int length() {
        return length;
    }

    /// The mono signal, of which the first [#monoLength] samples are of this block.
    public float[] mono() {
        return mono;
    }

    public int monoLength() {
        return monoLength;
    }

    /// What was decoded so far, seconds.
    public double seconds() {
        return (double) total / format.sampleRate();
    }

    /// What is wrong with the file, as far as it was read; asked at the end.
    public Optional<String> damage() {
        List<String> found = new ArrayList<>();
        source.damage().ifPresent(found::add);
        if (impossible > 0) {
            found.add("%d samples are no possible sound".formatted(impossible));
        }
        double claimed = format.durationSeconds().orElse(0);
        boolean guessed =
                source.container().duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
        if (ended && !guessed && seconds() < claimed - LENGTH_SLACK_SECONDS) {
            found.add("ends after %.1f s of %.1f s".formatted(seconds(), claimed));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }

    @Override
    public void close() {
        toFloat.close();
        toMono.close();
        planeList.close();
        for (FloatPointer plane : planes) {
            plane.close();
        }
        monoList.close();
        monoPlane.close();
        layout.close();
        source.close();
    }

    private static AudioFormat format(Source source, AVFrame first) {
        AVFormatContext container = source.container();
        long micros = container.duration();
        var parameters = source.stream().codecpar();
        long bitRate = parameters.bit_rate() > 0 ? parameters.bit_rate() : container.bit_rate();
        return new AudioFormat(
                container.iformat().name().getString(),
                avcodec_get_name(parameters.codec_id()).getString(),
                first.sample_rate(),
                Speakers.of(first.ch_layout()),
                Math.max(0, bitRate),
                micros > 0
                        ? OptionalDouble.of((double) micros / AV_TIME_BASE)
                        : OptionalDouble.empty());
    }
}
