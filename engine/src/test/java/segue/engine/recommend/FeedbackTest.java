package segue.engine.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.core.run.Run;
import segue.engine.Segue;
import segue.engine.train.TrainRequest;
import segue.library.Feedback;
import segue.library.Items;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

class FeedbackTest {

    @TempDir Path folder;
    private Segue segue;

    /// Forty listeners of rock or jazz, and one of both: the first three of each.
    @BeforeEach
    void fill() throws IOException {
        StringBuilder csv = new StringBuilder("listener,artist,plays\n");
        for (int listener = 0; listener < 40; listener++) {
            for (int artist = 0; artist < 12; artist++) {
                if ((listener / 2 + artist * 5) % 4 != 0) {
                    csv.append(
                            "l%02d,%s %c,%d%n"
                                    .formatted(
                                            listener,
                                            listener % 2 == 0 ? "Rock" : "Jazz",
                                            'A' + artist,
                                            5 + listener % 3));
                }
            }
        }
        for (String artist : List.of("Rock A", "Rock B", "Rock C", "Jazz A", "Jazz B", "Jazz C")) {
            csv.append("both,%s,6%n".formatted(artist));
        }
        segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
        segue.importPlays(write("plays.csv", csv.toString()), PlaysFormat.DEFAULTS, Run.quiet(1));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @AfterEach
    void close() {
        segue.close();
    }

    private void train(String algorithm) {
        segue.train(TrainRequest.DEFAULTS.withAlgorithm(algorithm), Run.quiet(1));
    }

    private List<String> list(int n) {
        return segue
                .recommend(Ask.of(Whom.listener("both")).withN(n), Run.quiet(1))
                .items()
                .stream()
                .map(RankedItem::name)
                .toList();
    }

    /// Mean place of the jazz artists in the list of all that are new.
    private double jazz() {
        List<String> list = list(18);
        return java.util.stream.IntStream.range(0, list.size())
                .filter(i -> list.get(i).startsWith("Jazz"))
                .average()
                .orElseThrow();
    }

    private void say(Feedback feedback, String name) {
        segue.feedback("both", feedback, Items.ARTISTS, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"als", "item-knn", "user-knn", "ease"})
    void aSkipPushesDownWhatIsLikeItAtOnce(String algorithm) {
        train(algorithm);
        double before = jazz();
        say(Feedback.SKIP, "Jazz D");
        say(Feedback.SKIP, "Jazz E");
        assertThat(jazz()).isGreaterThan(before);
        assertThat(list(18)).doesNotContain("Jazz D", "Jazz E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"als", "item-knn", "user-knn", "ease"})
    void aLikeFoldsInAtOnce(String algorithm) {
        train(algorithm);
        double before = jazz();
        say(Feedback.LIKE, "Jazz D");
        say(Feedback.LIKE, "Jazz E");
        assertThat(jazz()).isLessThan(before);
    }

    @Test
    void whatIsBannedIsNeverShownAlsoNotInTheListsOfEverybody() throws IOException {
        train("als");
        String first = list(1).getFirst();
        say(Feedback.BAN, first);
        assertThat(list(18)).doesNotContain(first).hasSize(17);
        assertThat(
                        segue.recommend(
                                        Ask.of(Whom.listener("both")).withN(18).withKnown(true),
                                        Run.quiet(1))
                                .items())
                .extracting(RankedItem::name)
                .doesNotContain(first);
        Path lists = folder.resolve("lists.csv");
        segue.recommendAll("", lists, 18, true, Run.quiet(1));
        assertThat(Files.readString(lists).lines().filter(line -> line.startsWith("both,")))
                .isNotEmpty()
                .noneMatch(line -> line.contains(first));
        say(Feedback.LIKE, first);
        assertThat(
                        segue.recommend(
                                        Ask.of(Whom.listener("both")).withN(24).withKnown(true),
                                        Run.quiet(1))
                                .items())
                .extracting(RankedItem::name)
                .contains(first);
    }

    @Test
    void aFileOfFeedbackCountsAsWhatWasSaid() throws IOException {
        train("als");
        double before = jazz();
        segue.importFeedback(
                write(
                        "feedback.csv",
                        """
                        listener,artist,score,created
                        both,Jazz D,1,1700000000
                        both,Jazz D,-1,1700000100
                        both,Jazz E,-1,1700000100
                        both,Jazz F,maybe,1700000100
                        """),
                new PlaysFormat(List.of("listener", "artist", "kind", "time"), "me", .5),
                Run.quiet(1));
        assertThat(jazz()).isGreaterThan(before);
        assertThat(list(18)).contains("Jazz F").doesNotContain("Jazz D", "Jazz E");
    }

    @Test
    void likesAndSkipsEnterTraining() {
        say(Feedback.SKIP, "Jazz A");
        say(Feedback.LIKE, "Rock D");
        assertThat(
                        segue.train(TrainRequest.DEFAULTS.withAlgorithm("popular"), Run.quiet(1))
                                .cells())
                .isEqualTo(40 * 9 + 6);
    }
}
