package segue.engine.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.evaluate.EvaluationResult;
import segue.engine.recommend.Recommendation;
import segue.engine.train.Trained;
import segue.library.ImportReport;

class DemoTest {

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
        public void trained(Trained trained) {
            told.add(trained.metrics());
        }

        @Override
        public void recommended(String heading, String about, Recommendation list) {
            told.add(heading + about + list);
        }
    }

    @Test
    void showsTheSameTwiceInTheSameFolder() throws IOException {
        Listening first = new Listening();
        DemoReport report = new Demo(folder.resolve("demo"), first).run(Run.quiet(42));
        byte[] plays = Files.readAllBytes(folder.resolve("demo/world/plays.csv"));
        Listening second = new Listening();
        new Demo(folder.resolve("demo"), second).run(Run.quiet(42));
        assertThat(second.told).isEqualTo(first.told).hasSize(12);
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
    }

    @Test
    void anotherSeedMakesAnotherWorld() {
        assertThat(World.of(1)).isEqualTo(World.of(1)).isNotEqualTo(World.of(2));
    }

    @Test
    void leavesAFolderAloneThatItDidNotMake() throws IOException {
        Path mine = Files.writeString(folder.resolve("library.duckdb"), "precious");
        assertThatThrownBy(() -> new Demo(folder, new Listening()).run(Run.quiet(42)))
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
