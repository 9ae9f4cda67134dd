package segue.engine.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Fixture;
import segue.library.Library;

class ContextEvaluationTest {

    @TempDir Path folder;

    @Test
    void whoeverKnowsTheHourRanksBetterWhereHoursMatter() throws IOException {
        try (Library library = TimedLog.library(folder)) {
            ContextEvaluation evaluation = new ContextEvaluation(Fixture.SMALL, .2, 3);
            ContextResult result = evaluation.on(library, Run.quiet(42));
            ContextResult.Row anything = result.tables().getFirst();
            assertThat(anything.list()).isEqualTo("anything");
            assertThat(anything.listeners()).isEqualTo(11);
            assertThat(anything.gain().difference().low()).isPositive();
            assertThat(anything.context().mean()).isGreaterThan(anything.plain().mean());
            assertThat(evaluation.on(library, Run.quiet(42))).isEqualTo(result);
        }
    }

    @Test
    void countsWithoutTimesCannotBeTested() throws IOException {
        try (Library library = TimedLog.of(folder, "listener,artist,plays\na,X,3\nb,X,2\n")) {
            assertThatThrownBy(
                            () ->
                                    new ContextEvaluation(Fixture.SMALL, .2, 10)
                                            .on(library, Run.quiet(42)))
                    .isInstanceOf(SegueException.NotFound.class)
                    .hasMessageContaining("No play in the library has a time");
        }
    }

    @Test
    void aShareOutsideOfZeroToOneIsRefused() {
        assertThatThrownBy(() -> new ContextEvaluation(Fixture.SMALL, 1, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is 1.0");
    }
}
