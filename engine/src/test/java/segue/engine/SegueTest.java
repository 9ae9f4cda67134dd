package segue.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import segue.core.run.SegueException;
import segue.core.train.Algorithms;
import segue.engine.evaluate.EvaluateRequest;
import segue.engine.evaluate.TestData;
import segue.engine.recommend.Ask;
import segue.engine.recommend.Everyone;
import segue.engine.recommend.RankedItem;
import segue.engine.recommend.Recommendation;
import segue.engine.recommend.Whom;
import segue.engine.train.ModelInfo;
import segue.engine.train.TrainRequest;
import segue.engine.train.Trained;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

class SegueTest {

    @TempDir Path folder;
    private Segue segue;

    @BeforeEach
    void open() throws IOException {
        segue = Fixture.library(folder);
    }

    @AfterEach
    void close() {
        segue.close();
    }

    private static Ask listener(String id, int n) {
        return Ask.of(Whom.listener(id)).withN(n);
    }

    private void importMore(String csv) throws IOException {
        Path more = Files.writeString(folder.resolve("more.csv"), "listener,artist,plays\n" + csv);
        segue.importPlays(more, PlaysFormat.DEFAULTS, Fixture.run());
    }

    @Test
    void recommendsTheOneArtistOfTheirCircleThatIsMissing() {
        segue.train(Fixture.SMALL, Fixture.run());
        RankedItem first = segue.recommend(listener("r2", 3), Fixture.run()).items().getFirst();
        assertThat(first.name()).isEqualTo("Rock Band C");
        assertThat(first.rank()).isEqualTo(1);
        assertThat(first.score()).isBetween(.3, 1.0);
        assertThat(first.reasons()).isNotEmpty().allMatch(r -> r.name().startsWith("Rock Band"));
        assertThat(first.reasons()).allMatch(r -> r.kind().equals("played") && r.weight() <= 1);
        assertThat(first.reasons().getFirst().weight()).isPositive();
    }

    @Test
    void keepsKnownItemsOnlyWhenAsked() {
        segue.train(Fixture.SMALL, Fixture.run());
        assertThat(segue.recommend(listener("r2", 20), Fixture.run()).items())
                .noneMatch(item -> item.name().equals("Rock Band A"));
        assertThat(segue.recommend(listener("r2", 20).withKnown(true), Fixture.run()).items())
                .hasSize(12)
                .anyMatch(item -> item.name().equals("Rock Band A"));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void everyAlgorithmServesListenersLikersAndEverybody(String algorithm) throws IOException {
        segue.train(TrainRequest.DEFAULTS.withAlgorithm(algorithm), Fixture.run());
        assertThat(segue.recommend(listener("j1", 3), Fixture.run()).items()).hasSize(3);
        assertThat(
                        segue.recommend(
                                        Ask.of(Whom.likes(List.of("Rock Band A"))).withN(3),
                                        Fixture.run())
                                .items())
                .hasSize(3);
        assertThat(segue.recommender("").similar("Rock Band A", 3).items()).hasSize(3);
        Path file = folder.resolve("all.csv");
        Everyone.Exported exported = segue.recommendAll("", file, 2, false, Fixture.run());
        assertThat(exported.lists()).isEqualTo(12);
        assertThat(Files.readAllLines(file)).hasSize(1 + 24);
    }

    static List<String> algorithms() {
        // Of the items of this library nothing is known besides plays.
        return Algorithms.names().stream().filter(name -> !name.equals("content")).toList();
    }

    @Test
    void findsNamesWithoutAccentsAndCase() {
        segue.train(Fixture.SMALL, Fixture.run());
        Recommendation list =
                segue.recommend(Ask.of(Whom.likes(List.of("jazz band a"))).withN(3), Fixture.run());
        assertThat(list.subject()).isEqualTo("Jäzz Band A");
        assertThat(list.items().getFirst().name()).startsWith("Jäzz");
        assertThat(list.items().getFirst().reasons().getFirst().kind()).isEqualTo("liked");
        assertThat(list.notes()).isEmpty();
    }

    @Test
    void asksBackWhenSeveralNamesAreNear() {
        segue.train(Fixture.SMALL, Fixture.run());
        assertThatThrownBy(() -> segue.recommender("").similar("Rokc Band", 3))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("did you mean")
                .hasMessageContaining("'Rock Band A'");
        assertThatThrownBy(() -> segue.recommender("").similar("qqqqqq", 3))
                .hasMessage("There is no artist 'qqqqqq' in the library.");
    }

    @Test
    void takesTheOnlyNearNameAndSaysSo() throws IOException {
        importMore("r0,Zumbolo,4\n");
        segue.train(Fixture.SMALL, Fixture.run());
        Recommendation list = segue.recommender("").similar("Zumbulo", 3);
        assertThat(list.subject()).isEqualTo("Zumbolo");
        assertThat(list.notes()).anyMatch(note -> note.contains("took 'Zumbolo'"));
    }

    @Test
    void followsWhatSomeonePlaysNowWhenTheLibraryHasGrown() throws IOException {
        segue.train(Fixture.SMALL, Fixture.run());
        assertThat(segue.recommend(listener("r2", 1), Fixture.run()).notes()).isEmpty();
        importMore("r2,Rock Band C,9\nr2,Jäzz Band A,50\nr2,Jäzz Band B,50\n");
        Recommendation list = segue.recommend(listener("r2", 3), Fixture.run());
        assertThat(list.notes()).anyMatch(note -> note.contains("has grown"));
        assertThat(list.items().getFirst().name()).startsWith("Jäzz");
    }

    @Test
    void foldsInAListenerTheModelHasNeverSeen() throws IOException {
        segue.train(Fixture.SMALL, Fixture.run());
        importMore("newcomer,Jäzz Band A,5\nnewcomer,Jäzz Band B,5\n");
        Recommendation list = segue.recommend(listener("newcomer", 3), Fixture.run());
        assertThat(list.items()).allMatch(item -> item.name().startsWith("Jäzz"));
        assertThat(list.notes()).anyMatch(note -> note.contains("without newcomer"));
        Path file = folder.resolve("all.csv");
        assertThat(segue.recommendAll("", file, 2, false, Fixture.run()).lists()).isEqualTo(13);
        assertThat(Files.readString(file)).contains("newcomer,1,");
    }

    @Test
    void saysWhenAModelKnowsNothingOfSomeone() throws IOException {
        segue.train(Fixture.SMALL, Fixture.run());
        importMore("hermit,Unheard Of,5\n");
        assertThatThrownBy(() -> segue.recommend(listener("hermit", 3), Fixture.run()))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("train again");
        assertThatThrownBy(() -> segue.recommender("").similar("Unheard Of", 3))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("train again");
    }

    @Test
    void theSameSeedTrainsTheSameFile() throws IOException {
        Trained first = segue.train(Fixture.SMALL.withName("one"), Fixture.run());
        byte[] before = Files.readAllBytes(Path.of(first.file()));
        Trained again = segue.train(Fixture.SMALL.withName("one"), Fixture.run());
        assertThat(again.replaced()).isTrue();
        assertThat(Files.readAllBytes(Path.of(again.file()))).isEqualTo(before);
        assertThat(first.metrics()).containsKey("loss");
    }

    @Test
    void evaluatesBetterThanPopularity() {
        assertThat(ndcg(Fixture.SMALL))
                .isGreaterThan(ndcg(TrainRequest.DEFAULTS.withAlgorithm("popular")));
    }

    private double ndcg(TrainRequest request) {
        return segue.evaluate(
                        TestData.Parts.share(.2), EvaluateRequest.of(request, 2), Fixture.run())
                .results()
                .getFirst()
                .metric("ndcg@2");
    }

    @Test
    void listsModelsAlsoDamagedOnes() throws IOException {
        segue.train(Fixture.SMALL, Fixture.run());
        Path models = folder.resolve("library/models");
        Files.writeString(models.resolve("broken.safetensors"), "nothing");
        List<ModelInfo> listed = Segue.models(folder.resolve("library"));
        assertThat(listed).extracting(ModelInfo::name).containsExactlyInAnyOrder("als", "broken");
        assertThat(listed).filteredOn(m -> !m.problem().isEmpty()).hasSize(1);
        // The newest usable one is taken.
        assertThat(segue.recommend(listener("r0", 1), Fixture.run()).model()).isEqualTo("als");
        assertThatThrownBy(() -> segue.recommender("none"))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("There are:");
        assertThatThrownBy(() -> segue.recommender("../x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksForTrainingWhenThereIsNoModel() {
        assertThatThrownBy(() -> segue.recommender(""))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("segue train als");
    }

    @Test
    void questionsMakeNoLibrary() {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> Segue.openExisting(nowhere, LibraryOptions.DEFAULTS))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("segue import plays");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void writesParquetAndRefusesOtherEndings() {
        segue.train(Fixture.SMALL, Fixture.run());
        Path parquet = folder.resolve("all.parquet");
        assertThat(segue.recommendAll("", parquet, 2, false, Fixture.run()).rows()).isEqualTo(24);
        assertThat(parquet).exists();
        assertThatThrownBy(
                        () ->
                                segue.recommendAll(
                                        "", folder.resolve("all.xls"), 2, false, Fixture.run()))
                .isInstanceOf(SegueException.BadInput.class)
                .hasMessageContaining(".parquet");
    }
}
