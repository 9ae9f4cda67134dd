package segue.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;

class ParallelTest {

    @Property(tries = 100)
    void visitsEachRowOnce(
            @ForAll @IntRange(max = 500) int rows,
            @ForAll @IntRange(min = 1, max = 40) int segment,
            @ForAll @IntRange(min = 1, max = 4) int threads) {
        AtomicIntegerArray visits = new AtomicIntegerArray(rows);
        Parallel.rows(
                rows,
                segment,
                new Run(1, threads, Progress.NONE),
                () ->
                        (from, to) -> {
                            for (int row = from; row < to; row++) {
                                visits.incrementAndGet(row);
                            }
                        });
        for (int row = 0; row < rows; row++) {
            assertThat(visits.get(row)).isEqualTo(1);
        }
    }

    @Example
    void throwsTheFirstFailure() {
        assertThatThrownBy(
                        () ->
                                Parallel.rows(
                                        100,
                                        1,
                                        Run.quiet(1),
                                        () ->
                                                (from, to) -> {
                                                    if (from == 37) {
                                                        throw new IllegalStateException("row 37");
                                                    }
                                                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("row 37");
    }

    @Example
    void stopsWhenCancelled() {
        Run run = Run.quiet(1);
        run.cancel();
        assertThatThrownBy(() -> Parallel.rows(10, 1, run, () -> (from, to) -> {}))
                .isInstanceOf(SegueException.Cancelled.class);
    }
}
