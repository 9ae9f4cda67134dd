package segue.audio.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.decode.Decoder;
import segue.audio.decode.Fixtures;

class TagReaderTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "flac", "ogg", "opus", "m4a", "wma", "wav", "mka"})
    void readsTheUsualTagsOfEveryFormat(String ending) {
        Path file =
                Fixtures.write(
                        folder.resolve("x." + ending),
                        48_000,
                        Map.of(
                                "title", "Où est ça?",
                                "artist", "Ana; Bó",
                                "album", "Nø",
                                "track", "3/12",
                                "genre", "House"),
                        new float[48_000],
                        new float[48_000]);
        Tags tags = read(file, file.getFileName());
        assertThat(tags.title()).contains("Où est ça?");
        assertThat(tags.artists()).containsExactly("Ana", "Bó");
        assertThat(tags.album()).contains("Nø");
        assertThat(tags.track()).hasValue(3);
        assertThat(tags.genres()).containsExactly("House");
    }

    @Test
    void readsWhatDjsAndLibrariesAdd() {
        Path file =
                Fixtures.write(
                        folder.resolve("x.flac"),
                        44_100,
                        Map.of(
                                "BPM", "127,98",
                                "INITIALKEY", "8A",
                                "DATE", "2019-04-01",
                                "ISRC", "GBAYE0601498",
                                "replaygain_track_gain", "-6.54 dB",
                                "MUSICBRAINZ_TRACKID", "b1a9c0e9-d987-4042-ae91-78d6a3267d69"),
                        new float[44_100]);
        Tags tags = read(file, file.getFileName());
        assertThat(tags.bpm()).hasValue(127.98);
        assertThat(tags.key()).contains("8A");
        assertThat(tags.year()).hasValue(2019);
        assertThat(tags.isrc()).contains("GBAYE0601498");
        assertThat(tags.replayGainDb()).hasValue(-6.54);
        assertThat(tags.musicBrainzRecording()).contains("b1a9c0e9-d987-4042-ae91-78d6a3267d69");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Artist - Title.mp3, Artist, Title, -, -",
                "Music/Artist/Album/01 Title.mp3, Artist, Title, Album, 1",
                "Artist/Album/12. Some Title.flac, Artist, Some Title, Album, 12",
                "Va/Album/07 - Real Artist - The Title.ogg, Real Artist, The Title, Album, 7",
                "99 Luftballons.mp3, -, 99 Luftballons, -, -",
                "7 Rings.mp3, -, 7 Rings, -, -",
                "some_file_name.wav, -, some file name, -, -",
                "Jay-Z.mp3, -, Jay-Z, -, -",
                "1999.mp3, -, 1999, -, -",
            })
    void untaggedFilesAreNamedByTheirPath(
            String path, String artist, String title, String album, Integer track) {
        PathNames names = PathNames.of(Path.of(path));
        assertThat(names.artist().orElse(null)).isEqualTo(artist);
        assertThat(names.title()).contains(title);
        assertThat(names.album().orElse(null)).isEqualTo(album);
        assertThat(names.track().isPresent() ? names.track().getAsInt() : null).isEqualTo(track);
    }

    @Test
    void mendsOnlyWhatIsCertain() {
        assertThat(TagText.mend("BeyoncÃ©")).isEqualTo("Beyoncé");
        assertThat(TagText.mend("Ð\u009fÑ\u0080Ð¸Ð²ÐµÑ\u0082")).isEqualTo("Привет");
        for (String right : new String[] {"Beyoncé", "Mötley Crüe", "Привет", "日本", "Ã"}) {
            assertThat(TagText.mend(right)).isEqualTo(right);
        }
    }

    @Test
    void oversizedAndUnprintableValuesAreCut() {
        Path file =
                Fixtures.write(
                        folder.resolve("x.flac"),
                        44_100,
                        Map.of("title", "a\u0007b" + "x".repeat(100_000), "bpm", "9".repeat(9000)),
                        new float[44_100]);
        Tags tags = read(file, file.getFileName());
        assertThat(tags.title().orElseThrow()).hasSize(500).startsWith("a b");
        assertThat(tags.bpm()).isEmpty();
        assertThat(TagText.split(List.of("a;b; a ;;\u0000c"))).containsExactly("a", "b", "c");
    }

    @Test
    void brokenTagsAreNotFatal() throws IOException {
        Path file = folder.resolve("Ana - Song.mp3");
        Fixtures.write(file, 44_100, Map.of("title", "Gone"), new float[44_100]);
        byte[] bytes = Files.readAllBytes(file);
        // The size of the first ID3 frame becomes 2 GB.
        for (int i = 14; i < 18; i++) {
            bytes[i] = 0x7F;
        }
        Files.write(file, bytes);
        Tags tags = read(file, file.getFileName());
        assertThat(tags.label()).isEqualTo("Ana - Song");
    }

    static Tags read(Path file, Path name) {
        try (Decoder decoder = Decoder.open(file)) {
            return TagReader.read(file, decoder.metadata(), name);
        }
    }
}
