package segue.audio.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static segue.audio.decode.Fixtures.hear;
import static segue.audio.decode.Fixtures.sine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.core.run.SegueException;

class DecoderTest {

    private static final List<String> ENDINGS = List.of(Fixtures.ENDINGS);

    @TempDir Path folder;

    @ParameterizedTest
    @FieldSource("ENDINGS")
    void hearsEveryFormat(String ending) {
        float[] tone = sine(440, .5, 48_000, 3);
        Path file = Fixtures.write(folder.resolve("a." + ending), 48_000, Map.of(), tone, tone);
        Fixtures.Heard heard = hear(file);
        assertThat(heard.format().sampleRate()).isEqualTo(48_000);
        assertThat(heard.format().channels()).isEqualTo(2);
        assertThat(heard.seconds()).isCloseTo(3, within(.1));
        assertThat(heard.monoSeconds()).isCloseTo(heard.seconds(), within(.01));
        assertThat(heard.level()).isCloseTo(.5 / Math.sqrt(2), within(.02));
        assertThat(heard.monoLevel()).isCloseTo(heard.level(), within(.005));
        assertThat(heard.damage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 22_050, 44_100, 96_000, 192_000})
    void resamplesFromAnyRate(int rate) {
        Path file = folder.resolve("a.flac");
        AudioWriter.write(file, rate, Map.of(), sine(440, .5, rate, 2));
        Fixtures.Heard heard = hear(file);
        assertThat(heard.format().sampleRate()).isEqualTo(rate);
        assertThat(heard.seconds()).isEqualTo(2);
        assertThat(heard.monoSeconds()).isCloseTo(2, within(.005));
        assertThat(heard.monoLevel()).isCloseTo(.5 / Math.sqrt(2), within(.005));
    }

    @Test
    void losslessSamplesComeBackAsTheyWere() {
        float[] ramp = new float[40_000];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (i % 2000 - 1000) / 1024f;
        }
        Path file = Fixtures.floats(folder.resolve("a.wav"), 44_100, ramp);
        try (Decoder decoder = Decoder.open(file)) {
            int at = 0;
            while (decoder.next()) {
                for (int i = 0; i < decoder.length(); i++) {
                    assertThat(decoder.samples()[0][i]).isEqualTo(ramp[at++]);
                }
            }
            assertThat(at).isEqualTo(ramp.length);
        }
    }

    @Test
    void whatIsAboveTheNewNyquistFrequencyIsGone() {
        Path file = folder.resolve("a.wav");
        AudioWriter.write(file, 44_100, Map.of(), sine(12_500, .5, 44_100, 2));
        assertThat(hear(file).monoLevel()).isLessThan(.002);
        AudioWriter.write(file, 44_100, Map.of(), sine(8000, .5, 44_100, 2));
        assertThat(hear(file).monoLevel()).isCloseTo(.5 / Math.sqrt(2), within(.01));
    }

    @Test
    void sixChannelsAreTellApartAndMixed() {
        float[] silent = new float[48_000];
        float[] tone = sine(440, .5, 48_000, 1);
        Path front =
                Fixtures.write(
                        folder.resolve("front.flac"),
                        48_000,
                        Map.of(),
                        tone,
                        silent,
                        silent,
                        silent,
                        silent,
                        silent);
        assertThat(hear(front).format().speakers())
                .containsExactly(
                        Speaker.FRONT,
                        Speaker.FRONT,
                        Speaker.FRONT,
                        Speaker.LOW_FREQUENCY,
                        Speaker.SURROUND,
                        Speaker.SURROUND);
        // Three in front count 1, two behind half: a front channel is a quarter of the mix.
        assertThat(hear(front).monoLevel()).isCloseTo(.5 / Math.sqrt(2) / 4, within(.002));
        Path bass =
                Fixtures.write(
                        folder.resolve("bass.flac"),
                        48_000,
                        Map.of(),
                        silent,
                        silent,
                        silent,
                        tone,
                        silent,
                        silent);
        assertThat(hear(bass).monoLevel()).isLessThan(1e-6);
    }

    @Test
    void stopsWhenAsked() {
        Path file = folder.resolve("a.wav");
        AudioWriter.write(file, 44_100, Map.of(), new float[44_100 * 20]);
        AtomicBoolean stop = new AtomicBoolean();
        try (Decoder decoder = Decoder.open(file, stop::get)) {
            assertThat(decoder.next()).isTrue();
            stop.set(true);
            assertThatThrownBy(
                            () -> {
                                while (decoder.next()) {
                                    assertThat(decoder.seconds()).isLessThan(20);
                                }
                            })
                    .isInstanceOf(SegueException.Cancelled.class);
        }
        assertThatThrownBy(() -> Decoder.open(file, () -> true))
                .isInstanceOf(SegueException.Cancelled.class);
    }

    @Test
    void namesThatMeanSomethingElsewhereAreFiles() {
        for (String name :
                new String[] {"concat:a|b.wav", "http:x.wav", "-i.wav", "%d.wav", "ü €.wav"}) {
            Path file = folder.resolve(name);
            AudioWriter.write(file, 8000, Map.of(), sine(440, .5, 8000, .5));
            assertThat(hear(file).seconds()).as(name).isEqualTo(.5);
        }
    }

    @Test
    void metadataComesFromTrackAndContainer() {
        for (String ending : new String[] {"opus", "ogg", "flac", "mp3", "m4a", "wma"}) {
            Path file =
                    Fixtures.write(
                            folder.resolve("a." + ending),
                            48_000,
                            Map.of("title", "Où ça"),
                            new float[48_000],
                            new float[48_000]);
            try (Decoder decoder = Decoder.open(file)) {
                assertThat(decoder.metadata()).as(ending).containsEntry("title", "Où ça");
            }
        }
    }
}
