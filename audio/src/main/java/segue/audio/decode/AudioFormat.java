package segue.audio.decode;

import java.util.List;
import java.util.OptionalDouble;

/// What a file says of its sound. Immutable.
///
/// @param container FFmpeg's name of the file format: `mp3`, `ogg`, `flac`, `mov,mp4,m4a,…`
/// @param codec FFmpeg's name of the compression: `mp3`, `vorbis`, `aac`, `pcm_s16le`
/// @param sampleRate hertz
/// @param speakers what each channel is for, in the file's order
/// @param bitRate bits a second; 0 where the file does not say
/// @param durationSeconds as the container claims it, true or not
public record AudioFormat(
        String container,
        String codec,
        int sampleRate,
        List<Speaker> speakers,
        long bitRate,
        OptionalDouble durationSeconds) {

    public AudioFormat {
        if (sampleRate < 1 || speakers.isEmpty()) {
            throw new IllegalArgumentException(
                    "need a sample rate and a channel, found %d Hz and %d channels"
                            .formatted(sampleRate, speakers.size()));
        }
        speakers = List.copyOf(speakers);
    }

    public int channels() {
        return speakers.size();
    }
}
