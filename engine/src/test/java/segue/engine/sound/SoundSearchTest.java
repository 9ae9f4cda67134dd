package segue.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.filter.BpmRule;
import segue.engine.filter.KeyRule;
import segue.engine.filter.MusicFilter;
import segue.engine.filter.Span;
import segue.engine.listen.ListenRequest;
import segue.engine.listen.Songs;
import segue.engine.recommend.Ask;
import segue.engine.recommend.Recommendation;
import segue.engine.recommend.Whom;
import segue.library.Kind;
import segue.library.LibraryOptions;

/// Sixteen recordings, some of them more than once.
class SoundSearchTest {

    private static final int SONGS = 16;

    @TempDir static Path folder;
    private static Segue segue;

    @BeforeAll
    static void listen() throws IOException {
        Path music = Files.createDirectory(folder.resolve("music"));
        for (int i = 0; i < SONGS; i++) {
            Songs.write(
                    music.resolve("song %02d.flac".formatted(i)),
                    i,
                    Map.of(
                            "artist",
                            "Band " + i % 4,
                            "title",
                            "Song " + i,
                            "genre",
                            i % 2 == 0 ? "Deep House" : "Rock",
                            "date",
                            String.valueOf(1990 + i)));
        }
        Songs.write(music.resolve("zz copy.wav"), 3, "Somebody Else", "Stolen");
        Songs.write(music.resolve("zz live.wav"), 33, "Band 3", "Song 3 (Live)");
        segue =
                Segue.open(
                        folder.resolve("library"),
                        LibraryOptions.DEFAULTS.withMemoryMegabytes(256));
        segue.listen(ListenRequest.of(List.of(music)), run());
    }

    @AfterAll
    static void close() {
        segue.close();
    }

    private static Run run() {
        return new Run(1, 2, Progress.NONE);
    }

    private static AlikeList like(String name, int n, MusicFilter filter) {
        return segue.sounds().similar(name, n, filter);
    }

    @Test
    void listsEveryOtherSongOnceTheNearestFirst() {
        AlikeList list = like("band 3 - song 3", 100, MusicFilter.NONE);
        assertThat(list.subject()).isEqualTo("Band 3 - Song 3");
        assertThat(list.items())
                .hasSize(SONGS - 1)
                .extracting(Alike::name)
                .doesNotContain(
                        "Band 3 - Song 3", "Somebody Else - Stolen", "Band 3 - Song 3 (Live)")
                .doesNotHaveDuplicates();
        assertThat(list.items())
                .extracting(Alike::distance)
                .isSorted()
                .allMatch(distance -> distance > 0);
        assertThat(list.items())
                .allSatisfy(item -> assertThat(item.because()).hasSize(3).doesNotHaveDuplicates());
        assertThat(list.notes()).anyMatch(note -> note.contains("no more than 15"));
        assertThat(like("Song 3", 5, MusicFilter.NONE).items())
                .isEqualTo(list.items().subList(0, 5));
    }

    @Test
    void aListForATasteSaysWhatItSoundsLikeInWords() {
        Ask ask = Ask.of(Whom.likes(List.of("Band 3 - Song 3"))).withKind(Kind.TRACK).withN(15);
        Recommendation list = segue.recommend(ask, run());
        assertThat(list.notes()).anyMatch(note -> note.contains("follows the sound"));
        assertThat(list.items())
                .anySatisfy(
                        item ->
                                assertThat(item.why())
                                        .matches(
                                                "sounds like Band 3 - Song 3: \\d+ BPM, \\d+[AB], \\p{L}+.*"));
        double tempo = list.items().getFirst().traits().bpm();
        assertThat(list.items())
                .filteredOn(item -> item.why().contains(" BPM"))
                .allMatch(item -> Math.abs(item.traits().bpm() / tempo - 1) < .04);
    }

    @Test
    void asksAFileToo() {
        assertThat(
                        like(folder.resolve("music/song 05.flac").toString(), 1, MusicFilter.NONE)
                                .subject())
                .isEqualTo("Band 1 - Song 5");
    }

    @Test
    void aSongInTwoVersionsIsListedOnce() {
        assertThat(like("Song 7", 100, MusicFilter.NONE).items())
                .filteredOn(
                        item -> item.name().contains("Song 3") || item.name().contains("Stolen"))
                .hasSizeLessThanOrEqualTo(2)
                .extracting(Alike::name)
                .doesNotContainSequence("Band 3 - Song 3", "Band 3 - Song 3 (Live)");
    }

    @Test
    void givesExactlyNWhereNFit() {
        MusicFilter house =
                MusicFilter.NONE.withGenres(List.of("house"), List.of()).withPerArtist(2);
        assertThat(like("Song 0", 4, house).items())
                .hasSize(4)
                .allMatch(
                        item ->
                                item.name().startsWith("Band 0")
                                        || item.name().startsWith("Band 2"));
        assertThat(like("Song 0", 5, house).items()).hasSize(4);
        assertThat(
                        like(
                                        "Song 0",
                                        100,
                                        MusicFilter.NONE.withYears(
                                                Span.parse("--year", "2000..2003")))
                                .items())
                .hasSize(4);
    }

    @Test
    void tempoAndKeyFollowTheSeed() {
        AlikeList list = like("Song 2", 100, MusicFilter.NONE.withBpm(BpmRule.parse("±6%")));
        double seed = Double.parseDouble(list.sound().substring(0, list.sound().indexOf(" BPM")));
        BpmRule rule = new BpmRule.NearPercent(6.1);
        assertThat(list.items()).allMatch(item -> rule.fits(item.bpm(), seed));
        AlikeList keys = like("Song 2", 100, MusicFilter.NONE.withKey(KeyRule.parse("compatible")));
        assertThat(keys.items()).hasSizeLessThan(SONGS - 1);
    }

    @Test
    void findsTheSameRecordingInAnotherFile() {
        List<DuplicateGroup> groups = segue.duplicates(run());
        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().copies())
                .extracting(copy -> Path.of(copy.path()).getFileName().toString())
                .containsExactly("zz copy.wav", "song 03.flac");
        assertThat(groups.getFirst().spareBytes())
                .isEqualTo(folder.resolve("music/song 03.flac").toFile().length());
    }

    @Test
    void saysWhatIsNotKnown() throws IOException {
        assertThatThrownBy(() -> like("Song 99x", 1, MusicFilter.NONE))
                .isInstanceOf(SegueException.NotFound.class);
        Path unheard = Files.writeString(folder.resolve("new.mp3"), "x");
        assertThatThrownBy(() -> like(unheard.toString(), 1, MusicFilter.NONE))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("segue listen");
    }
}
