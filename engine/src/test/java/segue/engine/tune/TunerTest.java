package segue.engine.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.core.tune.Search;
import segue.core.tune.Trial;
import segue.engine.Fixture;
import segue.engine.Segue;
import segue.engine.evaluate.TestData;
import segue.library.Selection;

class TunerTest {

    private static final SequencedMap<String, String> SETS =
            sets(Map.of("alpha", ".1..100:log", "rank", "2,4"));

    @TempDir Path folder;
    private final List<Trial> told = new ArrayList<>();
    private TestData.Files files = TestData.Files.of(Path.of("train"), Path.of("test"));

    private static SequencedMap<String, String> sets(Map<String, String> texts) {
        SequencedMap<String, String> sets = new LinkedHashMap<>();
        texts.keySet().stream().sorted().forEach(name -> sets.put(name, texts.get(name)));
        return sets;
    }

    /// Everybody has nine artists of ten of the own circle; the last is tested.
    @BeforeEach
    void write() throws IOException {
        StringBuilder train = new StringBuilder();
        StringBuilder test = new StringBuilder();
        for (int user = 0; user < 20; user++) {
            for (int item = 0; item < 10; item++) {
                (item == user / 2 ? test : train)
                        .append("%d %d %d\n".formatted(user, 2 * item + user % 2, 1 + item));
            }
        }
        files =
                TestData.Files.of(
                        Files.writeString(folder.resolve("train"), train),
                        Files.writeString(folder.resolve("test"), test));
    }

    private static TuneRequest request(
            String algorithm, SequencedMap<String, String> sets, int trials, Path journal) {
        return new TuneRequest(
                "",
                algorithm,
                sets,
                Search.Kind.AUTO,
                new TuneRequest.Limits(trials, Duration.ofHours(1)),
                Selection.DEFAULTS,
                false,
                Optional.of(journal));
    }

    private TuneResult tune(int trials, Path journal) {
        told.clear();
        return Segue.tune(
                request("als", SETS, trials, journal),
                files,
                (_, trial, _) -> tell(trial),
                Fixture.run());
    }

    private void tell(Trial trial) {
        if (trial.split() == 0) {
            told.add(trial);
        }
    }

    @Test
    void goesOnAfterAKillAsIfNothingHadHappened() throws IOException {
        Path whole = folder.resolve("whole.jsonl");
        Path cut = folder.resolve("deeper/cut.jsonl");
        TuneResult expected = tune(14, whole);
        assertThat(told).hasSize(14);
        tune(6, cut);
        List<String> lines = Files.readAllLines(cut).subList(0, 7);
        String half = lines.getLast().substring(0, lines.getLast().length() / 2);
        Files.writeString(cut, String.join("\n", lines.subList(0, 6)) + "\n" + half);
        TuneResult resumed = tune(14, cut);
        assertThat(resumed.remembered()).isEqualTo(5);
        assertThat(told).hasSize(9);
        assertThat(resumed.trials()).isEqualTo(14);
        assertThat(resumed.settings()).isEqualTo(expected.settings());
        assertThat(resumed.test()).isEqualTo(expected.test()).containsKey("ndcg@10");
        assertThat(resumed.best())
                .extracting(TuneResult.Line::settings)
                .isEqualTo(expected.best().stream().map(TuneResult.Line::settings).toList());
        assertThat(resumed.finals())
                .extracting(TuneResult.Line::settings)
                .isEqualTo(expected.finals().stream().map(TuneResult.Line::settings).toList())
                .isNotEmpty();
        assertThat(resumed.validation().splits()).isEqualTo(1 + Finals.SPLITS);
        assertThat(trials(cut)).containsExactlyInAnyOrderElementsOf(trials(whole));
    }

    /// What was tried, without how long it took.
    private static List<String> trials(Path journal) throws IOException {
        return Files.readAllLines(journal).stream()
                .map(line -> line.replaceAll("\"(trainSeconds|seconds|elapsed)\":[^,]*,", ""))
                .toList();
    }

    @Test
    void howManyTrialsAreMadeAtOnceChangesNothing() throws IOException {
        for (String algorithm : List.of("als", "warp")) {
            SequencedMap<String, String> sets =
                    sets(Map.of("iterations", "9,10", "rank", "2,4,8", "learningRate", ".01,.1"));
            if (algorithm.equals("als")) {
                sets.remove("learningRate");
                sets.put("alpha", "auto,.1..100:log");
            }
            Path one = folder.resolve(algorithm + "1.jsonl");
            Path three = folder.resolve(algorithm + "3.jsonl");
            Segue.tune(
                    request(algorithm, sets, 12, one),
                    files,
                    TuneTeller.NONE,
                    new Run(42, 1, Progress.NONE));
            Segue.tune(
                    request(algorithm, sets, 12, three),
                    files,
                    TuneTeller.NONE,
                    new Run(42, 3, Progress.NONE));
            assertThat(trials(three)).containsExactlyInAnyOrderElementsOf(trials(one));
        }
    }

    @Test
    void tagsReachTrialsAndMakeAJournalOfTheirOwn() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int item = 0; item < 20; item++) {
            lines.append("99 %d %s\n".formatted(item, item % 2 == 0 ? "rock" : "jazz"));
        }
        Path tags = Files.writeString(folder.resolve("tags"), lines);
        TestData.Files tagged =
                new TestData.Files(
                        files.train(),
                        files.test(),
                        Optional.empty(),
                        false,
                        Optional.of(tags),
                        Optional.empty());
        Path journal = folder.resolve("tags.jsonl");
        TuneRequest request =
                request("item-knn", sets(Map.of("from", "plays,features")), 9, journal);
        TuneResult plain = Segue.tune(request, files, TuneTeller.NONE, Fixture.run());
        assertThat(plain.best())
                .extracting(TuneResult.Line::settings)
                .containsExactly("from=plays");
        assertThatThrownBy(() -> Segue.tune(request, tagged, TuneTeller.NONE, Fixture.run()))
                .hasMessageContaining("another features");
        Files.delete(journal);
        TuneResult result = Segue.tune(request, tagged, TuneTeller.NONE, Fixture.run());
        assertThat(result.best()).extracting(TuneResult.Line::settings).contains("from=features");
    }

    @Test
    void refusesAJournalOfAnotherTuning() throws IOException {
        Path journal = folder.resolve("j.jsonl");
        tune(2, journal);
        TuneRequest other = request("als", sets(Map.of("rank", "1,2")), 2, journal);
        assertThatThrownBy(() -> Segue.tune(other, files, TuneTeller.NONE, Fixture.run()))
                .isInstanceOf(SegueException.BadInput.class)
                .hasMessageContaining("another space")
                .hasMessageContaining("--fresh");
        Run otherSeed = Run.quiet(7);
        TuneRequest same = request("als", SETS, 2, journal);
        assertThatThrownBy(() -> Segue.tune(same, files, TuneTeller.NONE, otherSeed))
                .hasMessageContaining("another seed");
        Files.writeString(files.train(), "0 0 1\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> tune(2, journal)).hasMessageContaining("another data");
        Files.writeString(journal, "what is this\n");
        assertThatThrownBy(() -> tune(2, journal))
                .isInstanceOf(SegueException.BadInput.class)
                .hasMessageContaining("no line of a tuning journal");
    }

    @Test
    void whatIsTestedOnDoesNotChangeWhatIsChosen() throws IOException {
        TuneResult first = tune(8, folder.resolve("a.jsonl"));
        Files.writeString(files.test(), "0 19 1\n");
        TuneResult second = tune(8, folder.resolve("b.jsonl"));
        assertThat(second.settings()).isEqualTo(first.settings());
        assertThat(second.validation().ndcg()).isEqualTo(first.validation().ndcg());
        assertThat(second.test()).isNotEqualTo(first.test());
    }

    @Test
    void keepsFinishedTrialsWhenStopped() throws IOException {
        Path journal = folder.resolve("stopped.jsonl");
        Run run = Fixture.run();
        TuneTeller stops = (number, _, _) -> stopAt(3, number, run);
        assertThatThrownBy(() -> Segue.tune(request("als", SETS, 9, journal), files, stops, run))
                .isInstanceOf(SegueException.Cancelled.class)
                .hasMessageMatching("Stopped. [34] finished trials are kept .*");
        assertThat(Files.readAllLines(journal)).hasSizeBetween(4, 5);
    }

    private static void stopAt(int last, int number, Run run) {
        if (number == last) {
            run.cancel();
        }
    }

    @Test
    void comparesAllSensibleAlgorithmsAndRecommendsTheMostAccurate() {
        TuneResult result =
                Segue.tune(
                        request("", sets(Map.of()), 16, folder.resolve("all.jsonl")),
                        files,
                        TuneTeller.NONE,
                        Fixture.run());
        assertThat(result.algorithms())
                .extracting(TuneResult.Line::algorithm)
                .containsExactlyInAnyOrderElementsOf(TuneRequest.SENSIBLE);
        TuneResult.Line first = result.algorithms().getFirst();
        assertThat(first.algorithm()).isEqualTo(result.algorithm()).isNotEqualTo("popular");
        assertThat(result.algorithms())
                .filteredOn(line -> line.splits() == first.splits())
                .allMatch(line -> line.ndcg() <= first.ndcg());
        assertThat(first.front() || first.coverage() < 1).isTrue();
    }

    @Test
    void theBestBecomesAModelOfTheLibraryAndNoTestIsClaimedWithoutAHoldout() throws IOException {
        try (Segue segue = Fixture.library(folder)) {
            TuneRequest request =
                    new TuneRequest(
                            "mine",
                            "als",
                            sets(Map.of("rank", "2,3", "regularization", "1,10")),
                            Search.Kind.AUTO,
                            new TuneRequest.Limits(40, Duration.ofHours(1)),
                            Selection.DEFAULTS,
                            false,
                            Optional.empty());
            TuneResult result =
                    segue.tune(request, Optional.empty(), TuneTeller.NONE, Fixture.run());
            assertThat(result.trials()).isEqualTo(4);
            assertThat(result.test()).isEmpty();
            assertThat(result.model().orElseThrow().name()).isEqualTo("mine");
            assertThat(result.model().orElseThrow().settings()).isEqualTo(result.settings());
            assertThat(result.model().orElseThrow().users()).isEqualTo(12);
            assertThat(folder.resolve("library/tuning/mine.jsonl")).exists();
        }
    }
}
