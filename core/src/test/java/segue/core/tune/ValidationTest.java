package segue.core.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.core.data.Features;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseMatrixTest;
import segue.core.run.Run;

class ValidationTest {

    private static final SparseMatrix COUNTS = SparseMatrixTest.random(200, 90, .2, 1);
    private static final Candidate ALS = als(8);
    private final Run run = Run.quiet(1);

    private static Candidate als(int rank) {
        String text = Integer.toString(rank);
        return new Candidate(
                "als",
                new LinkedHashMap<>(
                        Map.of("rank", text, "iterations", "3", "regularization", "0.1")));
    }

    private Validation validation(long room) {
        return new Validation(COUNTS, Features.none(COUNTS), room, run);
    }

    @Test
    void goingOnFromLessEffortGivesTheFigureOfAllEffort() {
        double expected = validation(0).judge(ALS, 1, 0, run).ndcg();
        Validation keeping = validation(1_000_000);
        double part = keeping.judge(ALS, 1 / 3.0, 0, run).ndcg();
        assertThat(part).isNotEqualTo(expected);
        assertThat(keeping.judge(ALS, 1, 0, run).ndcg()).isEqualTo(expected);
        assertThat(keeping.judge(ALS, 1, 0, run).ndcg()).isEqualTo(expected);
    }

    @Test
    void withoutRoomEverythingIsTrainedFromTheStart() {
        long room = 4L * 8 * (200 + 90);
        Validation narrow = validation(room);
        narrow.judge(ALS, 1 / 3.0, 0, run);
        narrow.judge(als(7), 1 / 3.0, 0, run);
        assertThat(narrow.judge(ALS, 1, 0, run).ndcg())
                .isEqualTo(validation(0).judge(ALS, 1, 0, run).ndcg());
    }

    @Test
    void furtherSplitsAreOthersAndAlwaysTheSame() {
        double first = validation(0).judge(ALS, 1, 0, run).ndcg();
        double second = validation(0).judge(ALS, 1, 1, run).ndcg();
        assertThat(second).isNotEqualTo(first);
        Validation keeping = validation(1_000_000);
        keeping.judge(ALS, 1 / 3.0, 0, run);
        assertThat(keeping.judge(ALS, 1, 1, run).ndcg()).isEqualTo(second);
    }
}
