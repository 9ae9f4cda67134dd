package segue.audio.decode;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;
import segue.core.run.SegueException;

/// Writes samples to a WAV or FLAC file of 16 bits, which by the ending of its name. The same
/// samples give the same bytes. The file appears under its name when [#finish] is called, not
/// before. Not thread-safe.
public final class AudioWriter implements AutoCloseable {

    private static final int BLOCK = 4096;

    private final Path file;
    private final Path part;
    private final Encoding encoding;
    private final int channels;
    private final AVIOContext output = new AVIOContext(null);
    private final AVFormatContext container = new AVFormatContext(null);
    private final AVCodecContext codec;
    private final AVStream stream;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final ByteBuffer[] planes;
    private final int capacity;
    private int filled;
    private long written;
    private boolean closed;

    private AudioWriter(
            Path file, Encoding encoding, int sampleRate, int channels, Map<String, String> tags) {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.encoding = encoding;
        this.channels = channels;
        AVCodec encoder = avcodec_find_encoder_by_name(encoding.encoder());
        try (BytePointer url = Ffmpeg.url(part)) {
            check(avio_open(output, url, AVIO_FLAG_WRITE));
        }
        check(avformat_alloc_output_context2(container, null, encoding.container(), null));
        container.pb(output);
        container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        codec = avcodec_alloc_context3(encoder);
        codec.sample_fmt(encoding.samples());
        codec.sample_rate(sampleRate);
        av_channel_layout_default(codec.ch_layout(), channels);
        codec.time_base().num(1).den(sampleRate);
        codec.strict_std_compliance(FF_COMPLIANCE_EXPERIMENTAL);
        codec.thread_count(1);
        codec.flags(codec.flags() | AV_CODEC_FLAG_BITEXACT);
        if ((container.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
            codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        check(avcodec_open2(codec, encoder, (AVDictionary) null));
        stream = avformat_new_stream(container, null);
        stream.time_base().num(1).den(sampleRate);
        check(avcodec_parameters_from_context(stream.codecpar(), codec));
        AVDictionary metadata = new AVDictionary(null);
        tags.forEach((key, value) -> Ffmpeg.put(metadata, key, value));
        container.metadata(metadata);
        check(avformat_write_header(container, (AVDictionary) null));
        capacity = codec.frame_size() > 0 ? codec.frame_size() : BLOCK;
        frame.nb_samples(capacity);
        frame.format(encoding.samples());
        frame.sample_rate(sampleRate);
        av_channel_layout_default(frame.ch_layout(), channels);
        check(av_frame_get_buffer(frame, 0));
        planes = new ByteBuffer[encoding.planar() ? channels : 1];
    }

    /// Begins a file.
    ///
    /// @param file must end in `.wav` or `.flac`; its folder must exist
    /// @param sampleRate hertz
    /// @param tags `title`, `artist`, `album`, `genre`, … in the names FFmpeg uses; may be
    ///   empty
    /// @throws SegueException.Failed when the file cannot be written
    public static AudioWriter open(
            Path file, int sampleRate, int channels, Map<String, String> tags) {
        return open(file, Encoding.of(file), sampleRate, channels, tags);
    }

    /// Begins a file in another format.
    static AudioWriter open(
            Path file, Encoding encoding, int sampleRate, int channels, Map<String, String> tags) {
        if (channels < 1 || sampleRate < 1) {
            throw new IllegalArgumentException(
                    "channels and sampleRate must be at least 1, are %d and %d"
                            .formatted(channels, sampleRate));
        }
        Ffmpeg.ready();
        return new AudioWriter(file, encoding, sampleRate, channels, tags);
    }

    /// Writes a whole file.
    ///
    /// @param samples channels × length, -1..1; what is beyond is clipped
    public static void write(
            Path file, int sampleRate, Map<String, String> tags, float[]... samples) {
        write(file, Encoding.of(file), sampleRate, tags, samples);
    }

    static void write(
            Path file,
            Encoding encoding,
            int sampleRate,
            Map<String, String> tags,
            float[]... samples) {
        try (AudioWriter writer = open(file, encoding, sampleRate, samples.length, tags)) {
            writer.write(samples, samples.length == 0 ? 0 : samples[0].length);
            writer.finish();
        }
    }

    /// Appends the first `length` samples of each channel.
    ///
    /// @param samples channels × at least length, -1..1; what is beyond is clipped
    public void write(float[][] samples, int length) {
        if (samples.length != channels) {
            throw new IllegalArgumentException(
                    "channels differ: opened with %d, given %d"
                            .formatted(channels, samples.length));
        }
        for (int from = 0; from < length; ) {
            if (filled == 0) {
                frame.nb_samples(capacity);
                check(av_frame_make_writable(frame));
                map();
            }
            int count = Math.min(length - from, capacity - filled);
            for (int channel = 0; channel < channels; channel++) {
                put(samples[channel], from, count, channel);
            }
            filled += count;
            from += count;
            if (filled == capacity) {
                flush();
            }
        }
    }

    /// Completes the file and gives it its name, in place of what may have had it.
    public void finish() {
        if (filled > 0) {
            flush();
        }
        check(avcodec_send_frame(codec, null));
        drain();
        check(av_write_trailer(container));
        close(false);
        try {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        }
    }

    /// Drops the file, if it was not finished.
    @Override
    public void close() {
        close(true);
    }

    private void close(boolean drop) {
        if (closed) {
            return;
        }
        closed = true;
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(codec);
        avio_closep(output);
        avformat_free_context(container);
        if (drop) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                throw failed("an unfinished file stays behind: " + part, e);
            }
        }
    }

    private void map() {
        for (int plane = 0; plane < planes.length; plane++) {
            long bytes = (long) capacity * (encoding.floating() ? 4 : 2);
            bytes *= encoding.planar() ? 1 : channels;
            planes[plane] =
                    frame.data(plane).capacity(bytes).asByteBuffer().order(ByteOrder.nativeOrder());
        }
    }

    private void put(float[] samples, int from, int count, int channel) {
        boolean planar = encoding.planar();
        ByteBuffer plane = planes[planar ? channel : 0];
        int step = planar ? 1 : channels;
        int at = planar ? filled : filled * channels + channel;
        for (int i = from; i < from + count; i++, at += step) {
            if (encoding.floating()) {
                plane.putFloat(4 * at, samples[i]);
            } else {
                int rounded = Math.round(samples[i] * 32767);
                plane.putShort(2 * at, (short) Math.clamp(rounded, -32768, 32767));
            }
        }
    }

    private void flush() {
        frame.nb_samples(filled);
        frame.pts(written);
        written += filled;
        filled = 0;
        check(avcodec_send_frame(codec, frame));
        drain();
    }

    private void drain() {
        while (avcodec_receive_packet(codec, packet) >= 0) {
            av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            packet.stream_index(0);
            check(av_interleaved_write_frame(container, packet));
        }
    }

    private void check(int result) {
        if (result < 0) {
            throw failed(Ffmpeg.message(result), null);
        }
    }

    private SegueException.Failed failed(String why, @Nullable Throwable cause) {
        return new SegueException.Failed(
                file + ": cannot be written: " + why + "; is there room, and may you write there?",
                cause);
    }
}
