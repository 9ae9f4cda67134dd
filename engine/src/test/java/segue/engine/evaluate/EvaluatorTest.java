package segue.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segue.core.data.Splitting;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.page.Html;
import segue.engine.train.TrainRequest;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

class EvaluatorTest {

    @TempDir Path folder;
    private Segue segue;

    /// Forty listeners of two tastes, each lacking some of the twelve artists of a taste. Each
    /// day they come to the next one, beginning with the artist of their own number.
    @BeforeEach
    void fill() throws IOException {
        StringBuilder csv = new StringBuilder("listener,artist,timestamp\n");
        for (int listener = 0; listener < 40; listener++) {
            for (int artist = 0; artist < 12; artist++) {
                if ((listener / 2 + artist * 5) % 4 != 0) {
                    csv.append(
                            "l%02d,%s %c,2024-03-%02d 12:00:00%n"
                                    .formatted(
                                            listener,
                                            listener % 2 == 0 ? "Rock" : "Jazz",
                                            'A' + artist,
                                            (artist + listener) % 12 + 1));
                }
            }
        }
        segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
        segue.importPlays(
                Files.writeString(folder.resolve("plays.csv"), csv.toString()),
                PlaysFormat.DEFAULTS,
                Run.quiet(1));
    }

    @AfterEach
    void close() {
        segue.close();
    }

    private static EvaluateRequest request(String... algorithms) {
        return new EvaluateRequest(
                EvaluateRequest.Candidate.parse(List.of(algorithms), TrainRequest.DEFAULTS),
                List.of(2, 5),
                Optional.empty(),
                Optional.empty());
    }

    static List<Splitting> splittings() {
        return List.of(
                new Splitting.Share(.3),
                new Splitting.Last(),
                new Splitting.Latest(.2),
                new Splitting.ColdItems(.25),
                new Splitting.ColdUsers(.3, .3),
                new Splitting.Folds(3));
    }

    @ParameterizedTest
    @MethodSource("splittings")
    void whatWasWrittenGivesTheSameFiguresToOthers(Splitting splitting) {
        Path out = folder.resolve("split");
        EvaluateRequest request = request("ease");
        EvaluationResult direct =
                segue.evaluate(
                                new TestData.Parts(splitting),
                                request.withSplitOut(out),
                                Run.quiet(7))
                        .results()
                        .getFirst();
        boolean strangers = splitting instanceof Splitting.ColdUsers;
        boolean cold = splitting instanceof Splitting.ColdItems;
        List<Path> folders = new ArrayList<>();
        for (int fold = 1; fold <= splitting.parts(); fold++) {
            folders.add(splitting.parts() == 1 ? out : out.resolve("fold-" + fold));
        }
        double sum = 0;
        for (Path part : folders) {
            TestData.Files files =
                    new TestData.Files(
                            part.resolve("train.tsv"),
                            part.resolve("test.tsv"),
                            strangers ? Optional.of(part.resolve("shown.tsv")) : Optional.empty(),
                            cold);
            sum +=
                    Segue.evaluate(files, request, Run.quiet(7))
                            .results()
                            .getFirst()
                            .metric("recall@5");
        }
        assertThat(direct.metric("recall@5") > 0 || cold).isTrue();
        if (!cold) {
            assertThat(sum / folders.size())
                    .isCloseTo(
                            direct.metric("recall@5"), within(splitting.parts() > 1 ? .02 : 1e-9));
        }
    }

    @Test
    void comparesSeveralAndSaysWhoIsBetter() {
        EvaluationTable table =
                segue.evaluate(
                        TestData.Parts.share(.3),
                        request("popular", "ease", "ease/regularization=300"),
                        Run.quiet(7));
        assertThat(table.results())
                .extracting(EvaluationResult::label)
                .containsExactly("popular", "ease", "ease/regularization=300");
        EvaluationResult popular = table.results().getFirst();
        assertThat(popular.toBest().orElseThrow().withinNoise()).isFalse();
        assertThat(popular.toBest().orElseThrow().high()).isNegative();
        assertThat(table.results().stream().filter(r -> r.toBest().orElseThrow().best()))
                .hasSize(1);
        assertThat(popular.metrics()).containsKeys("ndcg@2", "ndcg@5", "auc", "gini@5");
        assertThat(HtmlReport.of(table))
                .contains("<b>ease", "NDCG@2", "ease/regularization=300")
                .doesNotContain("{{", "http", "<script");
        assertThat(EvaluationCsv.of(table))
                .startsWith("algorithm,metric,value,low,high\npopular,precision@2,")
                .contains("\nease,train-seconds,");
    }

    @Test
    void oneThatFailsOnlyLacksARow() {
        EvaluationTable table =
                segue.evaluate(
                        TestData.Parts.share(.3),
                        request("popular", "als/regularization=0/alpha=1e38"),
                        Run.quiet(7));
        assertThat(table.results()).hasSize(1);
        assertThat(table.failures().getFirst().reason()).contains("Training failed");
        assertThatThrownBy(
                        () ->
                                segue.evaluate(
                                        TestData.Parts.share(.3),
                                        request("als/regularization=0/alpha=1e38"),
                                        Run.quiet(7)))
                .isInstanceOf(SegueException.FitFailed.class);
    }

    @Test
    void saysWhenThereAreNoTimes() throws IOException {
        Path plays =
                Files.writeString(
                        folder.resolve("counts.csv"), "listener,artist,plays\na,x,3\na,y,2\n");
        try (Segue counts = Segue.open(folder.resolve("counts"), LibraryOptions.DEFAULTS)) {
            counts.importPlays(plays, PlaysFormat.DEFAULTS, Run.quiet(1));
            TestData.Parts last = new TestData.Parts(new Splitting.Last());
            assertThatThrownBy(() -> counts.evaluate(last, request("popular"), Run.quiet(1)))
                    .isInstanceOf(SegueException.NotFound.class)
                    .hasMessageContaining("No play in the library has a time");
        }
    }

    @Test
    void theLastItemIsTheOneOfTheLastDay() throws IOException {
        Path out = folder.resolve("split");
        segue.evaluate(
                new TestData.Parts(new Splitting.Last()),
                request("popular").withSplitOut(out),
                Run.quiet(1));
        // l00 comes to L on the twelfth day, l01 would come to K then and does.
        assertThat(Files.readAllLines(out.resolve("test.tsv")))
                .hasSize(40)
                .startsWith("l00\tRock L\t1", "l01\tJazz K\t1");
    }

    @Test
    void knowsThePublishedFiguresOfAKnownSplitOnly() throws IOException {
        Path train = Files.writeString(folder.resolve("train.tsv"), "a\tx\t1\nb\tx\t1\nb\ty\t1\n");
        Path test = Files.writeString(folder.resolve("test.tsv"), "a\ty\t1\n");
        EvaluationTable table =
                Segue.evaluate(TestData.Files.of(train, test), request("popular"), Run.quiet(1));
        assertThat(table.peers()).isEmpty();
    }

    @Test
    void textFromOutsideStaysText() {
        assertThat(Html.text("<b>\"&\"</b>")).isEqualTo("&lt;b&gt;&quot;&amp;&quot;&lt;/b&gt;");
    }
}
