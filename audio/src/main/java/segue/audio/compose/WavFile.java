package segue.audio.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import segue.core.run.SegueException;

/// Writes samples as a WAV file of 16 bits.
public final class WavFile {

    private WavFile() {}

    /// Replaces `file`.
    public static void write(Stereo sound, Path file) {
        byte[] bytes = new byte[4 * sound.frames()];
        for (int i = 0; i < sound.frames(); i++) {
            put(bytes, 4 * i, sound.left()[i]);
            put(bytes, 4 * i + 2, sound.right()[i]);
        }
        AudioFormat format = new AudioFormat(Synthesizer.SAMPLE_RATE, 16, 2, true, false);
        try (var stream =
                new AudioInputStream(new ByteArrayInputStream(bytes), format, sound.frames())) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        } catch (IOException e) {
            throw new SegueException.Failed("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void put(byte[] bytes, int at, float sample) {
        int value = Math.round(Math.clamp(sample, -1, 1) * 32767);
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >> 8);
    }
}
