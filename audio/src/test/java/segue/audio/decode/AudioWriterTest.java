package segue.audio.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.SegueException;

class AudioWriterTest {

    @TempDir Path folder;

    private static final float[] LEFT = {0, .5f, -.5f, 1, -1, 2, -2};
    private static final float[] RIGHT = {.25f, 0, 0, 0, 0, 0, 0};

    @Test
    void writesWavThatTheJdkReads() throws Exception {
        Path file = folder.resolve("a.wav");
        AudioWriter.write(file, 44_100, Map.of(), LEFT, RIGHT);
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(in.getFormat().getSampleRate()).isEqualTo(44_100);
            assertThat(in.getFormat().getChannels()).isEqualTo(2);
            byte[] bytes = in.readAllBytes();
            assertThat(bytes).hasSize(28);
            assertThat(sample(bytes, 1)).isEqualTo((short) 8192);
            assertThat(sample(bytes, 2)).isEqualTo((short) 16384);
            assertThat(sample(bytes, 10)).isEqualTo((short) 32767);
            assertThat(sample(bytes, 12)).isEqualTo((short) -32768);
        }
    }

    @Test
    void sameSamplesGiveTheSameBytes() throws IOException {
        for (String name : new String[] {"a.wav", "a.flac"}) {
            Path file = folder.resolve(name);
            Path again = folder.resolve("again-" + name);
            AudioWriter.write(file, 22_050, Map.of("title", "Où"), LEFT);
            AudioWriter.write(again, 22_050, Map.of("title", "Où"), LEFT);
            assertThat(again).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void leavesNothingBehindUnlessFinished() throws IOException {
        try (AudioWriter writer = AudioWriter.open(folder.resolve("a.flac"), 8000, 1, Map.of())) {
            writer.write(new float[][] {LEFT}, LEFT.length);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatThrownBy(() -> AudioWriter.write(folder.resolve("a.mp3"), 8000, Map.of(), LEFT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".flac");
        assertThatThrownBy(
                        () -> AudioWriter.write(folder.resolve("no/a.wav"), 8000, Map.of(), LEFT))
                .isInstanceOf(SegueException.Failed.class)
                .hasMessageContaining("a.wav");
        assertThatThrownBy(() -> AudioWriter.write(folder.resolve("a.wav"), 8000, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static short sample(byte[] bytes, int index) {
        return (short) (bytes[2 * index] & 0xFF | bytes[2 * index + 1] << 8);
    }
}
