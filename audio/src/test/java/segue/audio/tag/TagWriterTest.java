package segue.audio.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.decode.Decoder;
import segue.audio.decode.Fixtures;
import segue.audio.feature.Key;
import segue.core.run.SegueException;

class TagWriterTest {

    private static final Optional<Key> KEY = Optional.of(new Key(1, true));

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "flac", "ogg", "m4a"})
    void writesTempoKeyAndEnergyAndNothingElse(String ending) throws IOException {
        Path file = file("a." + ending);
        List<Float> sound = sound(file);
        Map<String, String> before = metadata(file);
        for (int time = 1; time <= 2; time++) {
            TagWriter.write(file, OptionalDouble.of(128), KEY, OptionalInt.of(6 + time));
            Tags tags = TagReaderTest.read(file, file.getFileName());
            assertThat(tags.bpm()).hasValue(128);
            assertThat(tags.key()).contains("C#m");
            assertThat(metadata(file)).containsEntry("energylevel", "" + (6 + time));
            assertThat(sound(file)).isEqualTo(sound);
            before.forEach((key, value) -> assertThat(metadata(file)).containsEntry(key, value));
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "flac", "ogg"})
    void hundredthsOfABeatAreKept(String ending) {
        Path file = file("a." + ending);
        TagWriter.write(file, OptionalDouble.of(127.984), Optional.empty(), OptionalInt.empty());
        Tags tags = TagReaderTest.read(file, file.getFileName());
        assertThat(tags.bpm()).hasValue(127.98);
        assertThat(tags.key()).isEmpty();
    }

    @Test
    void refusesWhatItCannotDoAndLeavesTheFile() throws IOException {
        for (String ending : new String[] {"wav", "opus", "wma"}) {
            Path file = file("a." + ending);
            byte[] before = Files.readAllBytes(file);
            assertThatThrownBy(() -> write(file))
                    .isInstanceOf(SegueException.BadInput.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("flac");
            assertThat(file).hasBinaryContent(before);
        }
        Path text = Files.writeString(folder.resolve("text.flac"), "no music");
        assertThatThrownBy(() -> write(text))
                .isInstanceOf(SegueException.BadInput.class)
                .hasMessageContaining("as it was");
        assertThat(text).hasContent("no music");
        assertThatThrownBy(() -> write(folder.resolve("none.mp3")))
                .isInstanceOf(SegueException.NotFound.class);
        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith(".")))
                    .isEmpty();
        }
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = file("a.flac");
        Path link = Files.createSymbolicLink(folder.resolve("link.flac"), file);
        write(link);
        assertThat(link).isSymbolicLink();
        assertThat(TagReaderTest.read(file, file.getFileName()).bpm()).hasValue(120);
    }

    private static void write(Path file) {
        TagWriter.write(file, OptionalDouble.of(120), KEY, OptionalInt.of(5));
    }

    private Path file(String name) {
        return Fixtures.write(
                folder.resolve(name),
                48_000,
                Map.of(
                        "title", "Où", "artist", "Ana", "album", "Nø", "comment", "keep", "genre",
                        "Dub"),
                Fixtures.sine(440, .5, 48_000, 1),
                Fixtures.sine(330, .5, 48_000, 1));
    }

    private static Map<String, String> metadata(Path file) {
        try (Decoder decoder = Decoder.open(file)) {
            return decoder.metadata();
        }
    }

    private static List<Float> sound(Path file) {
        List<Float> sound = new ArrayList<>();
        try (Decoder decoder = Decoder.open(file)) {
            while (decoder.next()) {
                for (int i = 0; i < decoder.length(); i++) {
                    sound.add(decoder.samples()[0][i]);
                }
            }
        }
        return sound;
    }
}
