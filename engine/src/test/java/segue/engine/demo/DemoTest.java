package segue.engine.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.evaluate.EvaluationResult;
import segue.engine.features.Categories;
import segue.engine.filter.MusicFilter;
import segue.engine.listen.ListenReport;
import segue.engine.recommend.Recommendation;
import segue.engine.sound.AlikeList;
import segue.engine.train.Trained;
import segue.library.ImportReport;
import segue.library.LibraryOptions;

class DemoTest {

    private static final int TRACKS = 16;

    @TempDir Path folder;

    /// Everything that is told, without times.
    private static final class Listening implements DemoTeller {
        private final List<Object> told = new ArrayList<>();

        @Override
        public void step(String title, String text) {
            told.add(title);
        }

        @Override
        public void imported(ImportReport report) {
            told.add(report.read() + " " + report.kept() + " " + report.rejected());
        }

        @Override
        public void evaluated(EvaluationResult popular, EvaluationResult als) {
            told.add(popular.metrics());
            told.add(als.metrics());
        }

        @Override
        public void trained(Trained trained, String items) {
            told.add(items + trained.metrics());
        }

        @Override
        public void recommended(String heading, String about, Recommendation list) {
            told.add(heading + about + list);
        }

        @Override
        public void composed(int tracks, double seconds, String folder) {
            told.add(tracks + " " + seconds + " " + folder);
        }

        @Override
        public void listened(ListenReport report, HeardRight right) {
            told.add(report.heard() + " " + report.failed() + " " + right);
        }

        @Override
        public void sorted(Categories categories) {
            told.add(categories.categories());
        }

        @Override
        public void page(String file) {
            told.add(file);
        }

        @Override
        public void soundsAlike(String heading, AlikeList list) {
            told.add(heading + list);
        }
    }

    @Test
    void showsTheSameTwiceInTheSameFolder() throws IOException {
        Listening first = new Listening();
        DemoReport report = new Demo(folder.resolve("demo"), TRACKS, first).run(Run.quiet(7));
        byte[] plays = Files.readAllBytes(folder.resolve("demo/world/plays.csv"));
        Listening second = new Listening();
        new Demo(folder.resolve("demo"), TRACKS, second).run(Run.quiet(7));
        assertThat(second.told).isEqualTo(first.told).hasSize(28);
        assertThat(folder.resolve("demo/world/plays.csv")).hasBinaryContent(plays);

        double popular = report.evaluations().get(0).metrics().get("ndcg@10");
        double als = report.evaluations().get(1).metrics().get("ndcg@10");
        assertThat(als).isGreaterThan(2 * popular);
        assertThat(report.imported().rejected()).isZero();
        assertThat(report.recommendations())
                .allSatisfy(list -> assertThat(list.items()).hasSize(5))
                .allSatisfy(
                        list ->
                                assertThat(list.items())
                                        .allMatch(item -> !item.reasons().isEmpty()));

        HeardRight right = report.right();
        assertThat(right.tracks()).isEqualTo(TRACKS);
        assertThat(right.octaves()).isGreaterThanOrEqualTo(TRACKS - 2);
        assertThat(right.keys()).isGreaterThan(TRACKS / 2);
        assertThat(report.alike().items())
                .hasSize(5)
                .allSatisfy(item -> assertThat(item.because()).hasSize(3))
                .noneMatch(item -> item.name().equals(report.alike().subject()));
        assertThat(report.calmAtNight().items())
                .allSatisfy(item -> assertThat(item.why()).contains("calm"));
        assertThat(report.unheard().items().getFirst().why()).contains("sounds like");
        assertThat(Path.of(report.page())).content().contains("Danceability");
        assertThat(report.categories().categories()).hasSize(6);
        filesAndPlaysMeet(report);
    }

    /// A track that was composed and one that was played are the same in the library.
    private void filesAndPlaysMeet(DemoReport report) throws IOException {
        Set<String> tracks = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("demo/world/plays.csv"))) {
            String[] fields = line.split(",");
            tracks.add(fields[2] + " - " + fields[3]);
        }
        tracks.remove("artist - track");
        assertThat(tracks).contains(report.alike().subject());
        try (Segue segue = Segue.open(folder.resolve("demo"), LibraryOptions.DEFAULTS)) {
            segue.sounds()
                    .similar(report.alike().subject(), TRACKS, MusicFilter.NONE)
                    .items()
                    .forEach(item -> tracks.add(item.name()));
            assertThat(segue.status().status().tracks()).isEqualTo(tracks.size());
            assertThat(segue.status().status().files().heard()).isEqualTo(TRACKS);
        }
    }

    @Test
    void anotherSeedMakesAnotherWorld() {
        assertThat(World.of(1)).isEqualTo(World.of(1)).isNotEqualTo(World.of(2));
    }

    @Test
    void refusesATrackCountThatNoWorldHas() {
        assertThatThrownBy(() -> new Demo(folder, 1, new Listening()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--tracks must be 2..240, is 1");
    }

    @Test
    void leavesAFolderAloneThatItDidNotMake() throws IOException {
        Path mine = Files.writeString(folder.resolve("library.duckdb"), "precious");
        assertThatThrownBy(() -> new Demo(folder, TRACKS, new Listening()).run(Run.quiet(42)))
                .isInstanceOf(SegueException.Failed.class)
                .hasMessageContaining("left alone");
        assertThat(mine).hasContent("precious");
    }

    @Test
    void standsBesideThePersonsOwnLibrary() {
        assertThat(Demo.folderBeside(Path.of("/data/segue")))
                .isEqualTo(Path.of("/data/segue-demo"));
    }
}
