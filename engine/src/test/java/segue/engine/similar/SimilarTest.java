package segue.engine.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.model.ModelFile;
import segue.core.model.TrainedModel;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.filter.MusicFilter;
import segue.engine.listen.ListenRequest;
import segue.engine.listen.Songs;
import segue.engine.recommend.Ask;
import segue.engine.recommend.Whom;
import segue.engine.train.TrainRequest;
import segue.engine.train.Trained;
import segue.library.Items;
import segue.library.Kind;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;
import segue.library.Selection;

/// Ten recordings: eight listeners have the first six, one has the seventh, nobody the others.
class SimilarTest {

    @TempDir static Path folder;
    private static Segue segue;
    private static Trained content;

    @BeforeAll
    static void fill() throws IOException {
        Path music = Files.createDirectory(folder.resolve("music"));
        for (int i = 0; i < 10; i++) {
            Songs.write(music.resolve("song %d.flac".formatted(i)), i, "Band " + i, "Song " + i);
        }
        StringBuilder plays = new StringBuilder("listener,artist,track,plays\n");
        for (int listener = 0; listener < 8; listener++) {
            for (int song = 0; song < 7; song++) {
                if (song < 6 ? (song + listener) % 4 > 0 : listener == 0) {
                    plays.append("l%1$d,Band %2$d,Song %2$d,3\n".formatted(listener, song));
                }
            }
        }
        segue =
                Segue.open(
                        folder.resolve("library"),
                        LibraryOptions.DEFAULTS.withMemoryMegabytes(256));
        segue.importPlays(
                Files.writeString(folder.resolve("plays.csv"), plays), PlaysFormat.DEFAULTS, run());
        segue.listen(ListenRequest.of(List.of(music)), run());
        content =
                segue.train(
                        TrainRequest.DEFAULTS
                                .withAlgorithm("content")
                                .withSettings(Map.of("rank", "4"))
                                .withSelection(Selection.DEFAULTS.withItems(Items.TRACKS)),
                        run());
    }

    @AfterAll
    static void close() {
        segue.close();
    }

    private static Run run() {
        return new Run(1, 2, Progress.NONE);
    }

    private static SimilarAnswer find(String name, OptionalDouble sound) {
        return segue.similar(name, 3, "", sound, MusicFilter.NONE);
    }

    private static final Ask TWENTY = Ask.of(Whom.listener("l0")).withKind(Kind.TRACK).withN(20);

    @Test
    void songsThatNobodyPlaysAreRankedToo() {
        assertThat(content.items()).isEqualTo(10);
        assertThat(content.metrics()).containsEntry("cold", 3.0);
        TrainedModel model = ModelFile.read(Path.of(content.file()));
        assertThat(model.items().all()).hasSize(10);
        assertThat(segue.recommend(TWENTY.withKnown(true), run()).items()).hasSize(10);
        assertThat(segue.recommend(TWENTY, run()).items())
                .extracting(item -> item.name())
                .anyMatch(name -> name.contains("Song 9"));
    }

    @Test
    void whatIsPlayedEnoughIsFoundByPlays() {
        SimilarAnswer answer = find("Band 1 - Song 1", OptionalDouble.empty());
        assertThat(answer).isInstanceOf(SimilarAnswer.ByPlays.class);
        assertThat(answer.way()).isEqualTo("By plays: 6 listeners have it.");
    }

    @Test
    void whatIsHardlyPlayedIsFoundBySound() {
        SimilarAnswer answer = find("Band 6 - Song 6", OptionalDouble.empty());
        assertThat(answer).isInstanceOf(SimilarAnswer.BySound.class);
        assertThat(answer.way()).isEqualTo("By sound: only 1 listeners have it.");
        assertThat(((SimilarAnswer.BySound) answer).list().items()).hasSize(3);
    }

    @Test
    void bothAreBlendedAsAskedFor() {
        SimilarAnswer answer = find("Band 1 - Song 1", OptionalDouble.of(.5));
        assertThat(answer.way())
                .isEqualTo("By plays and sound: 6 listeners have it; sound counts 50 %.");
        assertThat(((SimilarAnswer.ByBoth) answer).list().items())
                .hasSize(3)
                .allSatisfy(
                        item -> assertThat(item.because()).contains("played by the same people"));
        assertThat(find("Band 1 - Song 1", OptionalDouble.of(1)))
                .isInstanceOf(SimilarAnswer.BySound.class);
        assertThat(find("Band 6 - Song 6", OptionalDouble.of(0)))
                .isInstanceOf(SimilarAnswer.ByPlays.class);
    }

    @Test
    void aFileThatNobodyHasHeardIsHeardNowAndNotKept() throws IOException {
        Path file = folder.resolve("new.wav");
        Songs.write(file, 21, "Stranger", "New");
        SimilarAnswer answer = find(file.toString(), OptionalDouble.empty());
        assertThat(answer.way()).isEqualTo("By sound: heard just now, and not kept.");
        assertThat(((SimilarAnswer.BySound) answer).list().subject()).isEqualTo("Stranger - New");
        assertThat(((SimilarAnswer.BySound) answer).list().items()).hasSize(3);
        assertThat(segue.sounds().hasHeard(file)).isFalse();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> find("Band 1 - Song 1", OptionalDouble.of(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--sound must be 0..1");
        assertThatThrownBy(() -> find("no such thing at all", OptionalDouble.empty()))
                .isInstanceOf(SegueException.NotFound.class);
    }
}
