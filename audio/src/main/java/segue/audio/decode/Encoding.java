package segue.audio.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;

import java.nio.file.Path;
import java.util.Locale;

/// How samples become a file: FFmpeg's names of the container and the encoder, and the form in
/// which that encoder takes samples.
///
/// @param samples one of FFmpeg's `AV_SAMPLE_FMT_` S16, S16P, FLT, FLTP
record Encoding(String container, String encoder, int samples) {

    static final Encoding WAV = new Encoding("wav", "pcm_s16le", AV_SAMPLE_FMT_S16);
    static final Encoding FLAC = new Encoding("flac", "flac", AV_SAMPLE_FMT_S16);
    static final Encoding FLOAT_WAV = new Encoding("wav", "pcm_f32le", AV_SAMPLE_FMT_FLT);
    static final Encoding AIFF = new Encoding("aiff", "pcm_s16be", AV_SAMPLE_FMT_S16);
    static final Encoding MP3 = new Encoding("mp3", "libmp3lame", AV_SAMPLE_FMT_FLTP);
    static final Encoding AAC = new Encoding("ipod", "aac", AV_SAMPLE_FMT_FLTP);
    static final Encoding ALAC = new Encoding("ipod", "alac", AV_SAMPLE_FMT_S16P);
    static final Encoding VORBIS = new Encoding("ogg", "vorbis", AV_SAMPLE_FMT_FLTP);
    static final Encoding OPUS = new Encoding("ogg", "libopus", AV_SAMPLE_FMT_FLT);
    static final Encoding WMA = new Encoding("asf", "wmav2", AV_SAMPLE_FMT_FLTP);
    static final Encoding MATROSKA = new Encoding("matroska", "ac3", AV_SAMPLE_FMT_FLTP);

    /// By the ending of the file's name: `.wav` or `.flac`, what this program itself writes.
    static Encoding of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".wav")) {
            return WAV;
        }
        if (name.endsWith(".flac")) {
            return FLAC;
        }
        throw new IllegalArgumentException("name must end in .wav or .flac, is " + file);
    }

    /// Whether each channel has an array of its own.
    boolean planar() {
        return samples == AV_SAMPLE_FMT_FLTP || samples == AV_SAMPLE_FMT_S16P;
    }

    /// Whether samples are floats, else integers of 16 bits.
    boolean floating() {
        return samples == AV_SAMPLE_FMT_FLTP || samples == AV_SAMPLE_FMT_FLT;
    }
}
