package segue.audio.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/// What every use of FFmpeg needs: the native library loaded and silent, its error numbers in
/// words, its way of naming files.
final class Ffmpeg {

    private static final int LONGEST_MESSAGE = 256;

    /// "Give me more first": no error.
    static final int AGAIN;

    static {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        AGAIN = org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN();
    }

    private Ffmpeg() {}

    /// Loads the native library, which from then on writes nothing to the terminal.
    static void ready() {
        // The work is done by the static initialiser.
    }

    /// An FFmpeg error number in its own words.
    static String message(int error) {
        byte[] text = new byte[LONGEST_MESSAGE];
        avutil.av_strerror(error, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /// A file as a URL that can mean nothing else, whatever its name looks like (`concat:a|b`).
    static BytePointer url(Path file) {
        return new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8);
    }

    /// Puts `key = value` into a dictionary, both as UTF-8.
    static void put(AVDictionary dictionary, String key, String value) {
        try (BytePointer name = new BytePointer(key, StandardCharsets.UTF_8);
                BytePointer text = new BytePointer(value, StandardCharsets.UTF_8)) {
            avutil.av_dict_set(dictionary, name, text, 0);
        }
    }

    /// Adds the entries of a dictionary that are not there yet, their names in lower case. Text
    /// that is no UTF-8 is taken for Windows-1252.
    static void entries(@Nullable AVDictionary dictionary, Map<String, String> into) {
        AVDictionaryEntry entry = null;
        while (dictionary != null && (entry = avutil.av_dict_iterate(dictionary, entry)) != null) {
            into.putIfAbsent(
                    text(entry.key().getStringBytes()).toLowerCase(Locale.ROOT),
                    text(entry.value().getStringBytes()));
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
