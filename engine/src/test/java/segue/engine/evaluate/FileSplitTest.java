package segue.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.core.run.Run;
import segue.core.run.SegueException;

class FileSplitTest {

    @TempDir Path folder;

    private FileSplit split(String train, String test) throws IOException {
        Path trainFile = Files.writeString(folder.resolve("train.tsv"), train);
        Path testFile = Files.writeString(folder.resolve("test.tsv"), test);
        return FileSplit.read(TestData.Files.of(trainFile, testFile), Run.quiet(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ",", " ", ", "})
    void readsAnySeparator(String separator) throws IOException {
        String train = "ann x 2\nann y 3\nben x 1\n".replace(" ", separator);
        FileSplit split = split(train, "ben y 4\n".replace(" ", separator));
        assertThat(split.split().train().entries()).isEqualTo(3);
        assertThat(split.split().test().contains(1, 1)).isTrue();
        assertThat(split.notes()).isEmpty();
    }

    @Test
    void keepsBlanksWithinIdsWhereTabsSeparate() throws IOException {
        FileSplit split = split("ann\tThe Xylos\t2\nann\tThe Zubs\t1\n", "ann\tThe Wums\t1\n");
        assertThat(split.split().train().columns()).isEqualTo(2);
    }

    /// The shape of HetRec's files: headers, tabs, dates behind.
    @Test
    void tagsOnTestedItemsAreWithheldFromTheirOwnGiverOnly() throws IOException {
        Path tags =
                Files.writeString(
                        folder.resolve("tags.dat"),
                        """
                        userID\tartistID\ttagID\tday\tmonth\tyear
                        ann\tx\trock\t1\t4\t2009
                        ann\ty\tjazz\t1\t4\t2009
                        ben\ty\trock\t1\t4\t2009
                        eve\ty\tjazz\t1\t4\t2009
                        """);
        Path friends =
                Files.writeString(
                        folder.resolve("friends.dat"), "userID\tfriendID\nann\tben\nann\teve\n");
        FileSplit split =
                FileSplit.read(
                        new TestData.Files(
                                Files.writeString(
                                        folder.resolve("train.tsv"), "ann x 2\nben x 1\nben y 1\n"),
                                Files.writeString(folder.resolve("test.tsv"), "ann y 1\n"),
                                Optional.empty(),
                                false,
                                Optional.of(tags),
                                Optional.of(friends)),
                        Run.quiet(1));
        assertThat(split.features().labels().size()).isEqualTo(4);
        assertThat(split.features().trainOf(split.split()).labels().size()).isEqualTo(3);
        // Each other, and each themselves.
        assertThat(split.features().users().entries()).isEqualTo(4);
    }

    @Test
    void skipsAHeaderAndTakesMissingValuesAsOne() throws IOException {
        FileSplit split = split("user,item,value\nann,x,2\nann,y\n", "ann,z\n");
        assertThat(split.split().train().valueArray()).containsExactly(2, 1);
    }

    @Test
    void countsItemsUnknownToTrainAsRelevantButUnrankable() throws IOException {
        FileSplit split = split("ann x 1\nben y 1\n", "ann z 1\nann w 1\nann z 1\nann y 1\n");
        assertThat(split.split().unrankable().of(0)).isEqualTo(2);
        assertThat(split.split().test().count(0)).isEqualTo(1);
        assertThat(split.notes()).anyMatch(note -> note.contains("count as missed"));
    }

    @Test
    void leavesOutStrangersAndWhatTrainHas() throws IOException {
        FileSplit split = split("ann x 1\nben y 1\n", "eve x 1\nann x 1\nann y 1\n");
        assertThat(split.split().test().entries()).isEqualTo(1);
        assertThat(split.notes())
                .anyMatch(note -> note.contains("1 users"))
                .anyMatch(note -> note.contains("1 test cells stand in train"));
    }

    @Test
    void namesTheBrokenLine() {
        assertThatThrownBy(() -> split("ann x 1\nann y many\n", "ann y 1\n"))
                .isInstanceOf(SegueException.BadInput.class)
                .hasMessageContaining("train.tsv, line 2")
                .hasMessageContaining("'many'");
        assertThatThrownBy(() -> split("ann x 1\nann\n", "ann y 1\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("1 fields");
        assertThatThrownBy(() -> split("ann x 1\nann y -1\n", "ann y 1\n"))
                .hasMessageContaining("from 0 on");
    }

    @Test
    void refusesATestFileOfStrangers() {
        assertThatThrownBy(() -> split("ann x 1\n", "eve x 1\n"))
                .isInstanceOf(SegueException.BadInput.class)
                .hasMessageContaining("none of its users");
    }

    @Test
    void saysWhichFileIsMissing() {
        TestData.Files files = TestData.Files.of(folder.resolve("no"), folder.resolve("no"));
        assertThatThrownBy(() -> FileSplit.read(files, Run.quiet(1)))
                .isInstanceOf(SegueException.NotFound.class);
    }
}
