package segue.audio.decode;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import segue.core.run.SegueException;

/// The audio track of a file as decoded frames in the decoder's own form. Opens nothing but
/// that one file: neither the network nor what a playlist points to. Not thread-safe.
final class Source implements AutoCloseable {

    /// The containers that may be opened: each holds its own sound. Lists that point elsewhere
    /// (hls, concat, dash, sdp) and formats made of other files are left out on purpose.
    private static final String CONTAINERS =
            String.join(
                    ",",
                    List.of(
                            "aac",
                            "ac3",
                            "adts",
                            "aiff",
                            "amr",
                            "ape",
                            "asf",
                            "au",
                            "avi",
                            "caf",
                            "dsf",
                            "dts",
                            "eac3",
                            "flac",
                            "flv",
                            "iff",
                            "loas",
                            "matroska,webm",
                            "mov,mp4,m4a,3gp,3g2,mj2",
                            "mp3",
                            "mpc",
                            "mpc8",
                            "mpeg",
                            "mpegts",
                            "ogg",
                            "oma",
                            "rm",
                            "shn",
                            "tak",
                            "tta",
                            "voc",
                            "w64",
                            "wav",
                            "wv"));

    private static final int FAILURES_BEFORE_SOUND = 200;

    /// So often a place that makes no sense is skipped and reading goes on behind it.
    private static final int MOST_READ_ERRORS = 1000;

    /// Whom a blocking read asks whether to go on: FFmpeg calls back on the thread that called
    /// it.
    private static final ThreadLocal<BooleanSupplier> STOP = new ThreadLocal<>();

    private static final AVIOInterruptCB.Callback_Pointer ASK =
            new AVIOInterruptCB.Callback_Pointer() {
                @Override
                public int call(Pointer opaque) {
                    BooleanSupplier stop = STOP.get();
                    return stop != null && stop.getAsBoolean() ? 1 : 0;
                }
            };

    private final Path file;
    private final BooleanSupplier stop;
    private final AVFormatContext container;
    private final AVStream stream;
    private final AVCodecContext codec;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame frame = av_frame_alloc();
    private final int index;
    private long packets;
    private long failed;
    private int readErrors;
    private int lastReadError;
    private boolean draining;

    private Source(
            Path file,
            BooleanSupplier stop,
            AVFormatContext container,
            int index,
            AVCodecContext codec) {
        this.file = file;
        this.stop = stop;
        this.container = container;
        this.index = index;
        this.stream = container.streams(index);
        this.codec = codec;
    }

    /// @param stop asked between packets and while a read waits
    /// @throws SegueException.NotFound when there is no such file
    /// @throws SegueException.BadInput when it is no audio file that can be read
    static Source open(Path file, BooleanSupplier stop) {
        Ffmpeg.ready();
        check(file);
        STOP.set(stop);
        AVFormatContext container = avformat_alloc_context();
        container.interrupt_callback().callback(ASK);
        AVDictionary options = new AVDictionary(null);
        Ffmpeg.put(options, "protocol_whitelist", "file");
        Ffmpeg.put(options, "format_whitelist", CONTAINERS);
        try (BytePointer url = Ffmpeg.url(file)) {
            int result = avformat_open_input(container, url, null, options);
            if (result < 0) {
                throw stop.getAsBoolean() ? new SegueException.Cancelled() : noAudio(file);
            }
        } finally {
            av_dict_free(options);
        }
        return open(file, stop, container);
    }

    private static Source open(Path file, BooleanSupplier stop, AVFormatContext container) {
        AVCodecContext codec = new AVCodecContext(null);
        try {
            avformat_find_stream_info(container, (AVDictionary) null);
            int index =
                    av_find_best_stream(container, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
            if (index < 0) {
                throw noAudio(file);
            }
            for (int i = 0; i < container.nb_streams(); i++) {
                container.streams(i).discard(i == index ? AVDISCARD_DEFAULT : AVDISCARD_ALL);
            }
            AVStream stream = container.streams(index);
            AVCodec decoder = avcodec_find_decoder(stream.codecpar().codec_id());
            if (decoder == null) {
                throw new SegueException.BadInput(
                        file.toString(),
                        0,
                        "its sound is compressed with "
                                + avcodec_get_name(stream.codecpar().codec_id()).getString()
                                + ", which cannot be decoded; convert it to FLAC or MP3");
            }
            codec = avcodec_alloc_context3(decoder);
            avcodec_parameters_to_context(codec, stream.codecpar());
            codec.pkt_timebase(stream.time_base());
            codec.thread_count(1);
            if (avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
                throw noAudio(file);
            }
            return new Source(file, stop, container, index, codec);
        } catch (RuntimeException e) {
            avcodec_free_context(codec);
            avformat_close_input(container);
            throw e;
        }
    }

    private static void check(Path file) {
        String why;
        if (Files.isDirectory(file)) {
            why = "is a folder; name an audio file";
        } else if (!Files.exists(file)) {
            throw new SegueException.NotFound("No file " + file + "; check the name.");
        } else if (!Files.isRegularFile(file)) {
            why = "is no ordinary file; copy its content to one";
        } else if (!Files.isReadable(file)) {
            why = "may not be read; check its permissions";
        } else if (file.toFile().length() == 0) {
            why = "is empty; copy it anew from where it came, or remove it";
        } else {
            return;
        }
        throw new SegueException.BadInput(file.toString(), 0, why);
    }

    private static SegueException.BadInput noAudio(Path file) {
        return new SegueException.BadInput(
                file.toString(),
                0,
                "holds no audio that can be decoded: it is something else, or its beginning or index"
                        + " is missing; remove it, copy it anew, or convert it to FLAC or MP3");
    }

    /// The next frame; it is overwritten by the next call. Empty at the end.
    Optional<AVFrame> next() {
        while (true) {
            if (stop.getAsBoolean()) {
                throw new SegueException.Cancelled();
            }
            int result = avcodec_receive_frame(codec, frame);
            if (result >= 0) {
                return Optional.of(frame);
            }
            if (draining && result == AVERROR_EOF()) {
                return end();
            }
            if (result != Ffmpeg.AGAIN) {
                failed++;
            }
            if (!feed() && !draining) {
                draining = true;
                avcodec_send_packet(codec, null);
            }
        }
    }

    /// Gives the codec its next packet; false when there is none.
    private boolean feed() {
        STOP.set(stop);
        while (!draining) {
            int result = av_read_frame(container, packet);
            if (result < 0) {
                if (result == AVERROR_EOF()) {
                    return false;
                }
                readErrors++;
                lastReadError = result;
                if (result != AVERROR_INVALIDDATA() || readErrors > MOST_READ_ERRORS) {
                    return false;
                }
                continue;
            }
            if (packet.stream_index() == index) {
                packets++;
                int sent = avcodec_send_packet(codec, packet);
                av_packet_unref(packet);
                if (sent < 0 && sent != Ffmpeg.AGAIN) {
                    failed++;
                    if (failed == packets && failed >= FAILURES_BEFORE_SOUND) {
                        throw noAudio(file);
                    }
                }
                return true;
            }
            av_packet_unref(packet);
        }
        return false;
    }

    private Optional<AVFrame> end() {
        if (2 * failed > packets) {
            throw noAudio(file);
        }
        return Optional.empty();
    }

    AVFormatContext container() {
        return container;
    }

    AVStream stream() {
        return stream;
    }

    /// Notes that the last frame was of no use.
    void reject() {
        failed++;
    }

    /// What went wrong so far, in words.
    Optional<String> damage() {
        List<String> found = new ArrayList<>();
        if (readErrors > 0) {
            found.add("reading was disturbed: " + Ffmpeg.message(lastReadError));
        }
        if (failed > 0) {
            found.add("%d of %d packets cannot be decoded".formatted(failed, packets));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }

    @Override
    public void close() {
        STOP.remove();
        av_packet_free(packet);
        av_frame_free(frame);
        avcodec_free_context(codec);
        avformat_close_input(container);
    }
}
