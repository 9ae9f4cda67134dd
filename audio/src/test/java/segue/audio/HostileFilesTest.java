package segue.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.decode.Fixtures;
import segue.core.run.SegueException;

/// Files that are broken, lie or mean harm: each is reported, none is fatal.
class HostileFilesTest {

    private static final List<String> ENDINGS = List.of(Fixtures.ENDINGS);

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "flac", "ogg", "wav", "m4a", "aac", "opus", "wma", "aiff"})
    void whatIsNoAudioIsRefusedByName(String ending) throws IOException {
        byte[] random = new byte[200_000];
        new Random(7).nextBytes(random);
        refused(file("empty." + ending, new byte[0]), "is empty");
        refused(file("random." + ending, random), "no audio");
        refused(file("zeros." + ending, new byte[200_000]), "no audio");
        refused(file("text." + ending, "This is no music.\n".repeat(5000)), "no audio");
        refused(file("short." + ending, "x"), "no audio");
        refused(Files.createDirectory(folder.resolve("folder." + ending)), "is a folder");
    }

    @Test
    void aMissingFileIsNotFound() {
        assertThatThrownBy(() -> analyze(folder.resolve("none.mp3")))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("none.mp3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "m3u8", "m3u", "txt", "ffconcat", "sdp", "mpd", "wav"})
    void listsThatPointElsewhereAreNotFollowed(String ending) throws IOException {
        Path target = Fixtures.write(folder.resolve("t.mp3"), 44_100, Map.of(), new float[44_100]);
        for (String there : new String[] {"/etc/passwd", "t.mp3", target.toString()}) {
            String hls = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n%s\n#EXT-X-ENDLIST\n";
            refused(file("hls." + ending, hls.formatted(there)), "no audio");
            String concat = "ffconcat version 1.0\nfile '%s'\n";
            refused(file("concat." + ending, concat.formatted(there)), "no audio");
            String sdp = "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\na=control:%s\n";
            refused(file("session." + ending, sdp.formatted(there)), "no audio");
        }
    }

    @ParameterizedTest
    @FieldSource("ENDINGS")
    void truncatedFilesGiveWhatCanBeHad(String ending) throws IOException {
        byte[] whole = Files.readAllBytes(noise("whole." + ending));
        Path cut = file("cut." + ending, Arrays.copyOf(whole, whole.length / 2));
        if (ending.endsWith("m4a")) {
            refused(cut, "index");
            return;
        }
        TrackProfile profile = analyze(cut);
        assertThat(profile.durationSeconds()).isCloseTo(2, within(1.3));
        assertThat(profile.loudness().integratedLufs()).isBetween(-30.0, 0.0);
    }

    @ParameterizedTest
    @FieldSource("ENDINGS")
    void filesWithFlippedBytesAreNotFatal(String ending) throws IOException {
        byte[] whole = Files.readAllBytes(noise("whole." + ending));
        for (int seed = 0; seed < 6; seed++) {
            byte[] bytes = whole.clone();
            Random random = new Random(seed);
            for (int flip = 0; flip < 40; flip++) {
                bytes[random.nextInt(seed < 3 ? 2000 : bytes.length)] = (byte) random.nextInt();
            }
            Path file = file("flipped." + ending, bytes);
            try {
                assertThat(analyze(file).loudness().integratedLufs()).isFinite();
            } catch (SegueException.BadInput e) {
                assertThat(e).hasMessageContaining("flipped");
            }
        }
    }

    @Test
    void damageIsSaid() throws IOException {
        byte[] whole = Files.readAllBytes(noise("whole.flac"));
        Path cut = file("cut.flac", Arrays.copyOf(whole, whole.length / 2));
        assertThat(analyze(cut).damage())
                .hasValueSatisfying(why -> assertThat(why).contains("of 4.0 s"));
    }

    @Test
    void theContentCountsNotTheEnding() throws IOException {
        Path flac = noise("a.flac");
        TrackProfile profile = analyze(Files.move(flac, folder.resolve("b.mp3")));
        assertThat(profile.format().codec()).isEqualTo("flac");
        assertThat(profile.tags().title()).contains("b");
    }

    @Test
    void headersThatClaimTooMuchAreNotBelieved() throws IOException {
        refused(wav("channels.wav", 1, 65_535, 44_100, 16, new byte[100_000]), "channels");
        refused(wav("rate.wav", 1, 2, -1, 16, new byte[100_000]), "rate");
        refused(wav("none.wav", 1, 2, 0, 16, new byte[100_000]), "none");
        Path huge = wav("huge.wav", 1, 2, 44_100, 16, new byte[44_100 * 4]);
        assertThat(analyze(huge).durationSeconds()).isCloseTo(1, within(.01));
    }

    @Test
    void whatIsNoNumberIsSilence() {
        float[] samples = Fixtures.sine(440, .5, 44_100, 2);
        double clean =
                analyze(Fixtures.floats(folder.resolve("c.wav"), 44_100, samples))
                        .loudness()
                        .integratedLufs();
        samples[100] = Float.NaN;
        samples[20_000] = Float.POSITIVE_INFINITY;
        samples[30_000] = -Float.MAX_VALUE;
        TrackProfile profile = analyze(Fixtures.floats(folder.resolve("n.wav"), 44_100, samples));
        assertThat(profile.loudness().integratedLufs()).isCloseTo(clean, within(.1));
        assertThat(profile.damage()).contains("3 samples are no possible sound");
    }

    @Test
    void oneSampleAndSilenceAreMusicToo() {
        Path one = Fixtures.write(folder.resolve("one.wav"), 44_100, Map.of(), new float[] {.5f});
        assertThat(analyze(one).loudness().integratedLufs()).isEqualTo(-70);
        assertThat(analyze(one).loudness().truePeakDbtp()).isCloseTo(-6, within(.2));
        Path silence =
                Fixtures.write(folder.resolve("s.flac"), 44_100, Map.of(), new float[441_000]);
        assertThat(analyze(silence).loudness().truePeakDbtp()).isEqualTo(-200);
    }

    private void refused(Path file, String why) {
        assertThatThrownBy(() -> analyze(file))
                .isInstanceOf(SegueException.BadInput.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(why);
    }

    private static TrackProfile analyze(Path file) {
        return Analyzer.analyze(file, () -> false);
    }

    private Path noise(String name) {
        Random random = new Random(1);
        float[][] samples = new float[2][192_000];
        for (int i = 0; i < samples[0].length; i++) {
            samples[0][i] = (float) (.2 * random.nextGaussian());
            samples[1][i] = (float) (.2 * random.nextGaussian());
        }
        return Fixtures.write(folder.resolve(name), 48_000, Map.of(), samples);
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /// A WAV file whose header says whatever one likes, with a length beyond its end.
    private Path wav(String name, int kind, int channels, int rate, int bits, byte[] data)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(-1);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) kind).putShort((short) channels).putInt(rate);
        bytes.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
        bytes.putShort((short) bits);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(0x7FFF_FFFF);
        return file(name, bytes.put(data).array());
    }
}
