package segue.engine.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.data.Features;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.tune.Candidate;
import segue.core.tune.Footprint;
import segue.core.tune.Search;
import segue.core.tune.Space;
import segue.core.tune.Trial;
import segue.core.tune.Validation;
import segue.engine.Fixture;

class TurnsTest {

    @TempDir Path folder;

    private static SparseMatrix circles() {
        int[] starts = new int[41];
        int[] columns = new int[400];
        float[] values = new float[400];
        for (int e = 0; e < 400; e++) {
            starts[e / 10 + 1] = e + 1;
            columns[e] = 2 * (e % 10) + e / 10 % 2;
            values[e] = 1;
        }
        return new SparseMatrix(40, 20, starts, columns, values);
    }

    private static Turns.Player player(String algorithm, String setting) {
        Space space = Space.of(algorithm, Map.of(setting, "1..2000000:log"));
        Run run = Fixture.run();
        return new Turns.Player(
                algorithm,
                new Search(space, Search.Kind.RANDOM, 2, run.random("propose " + algorithm)));
    }

    @Test
    void aSlowAlgorithmLeavesTheOthersTheirPartOfTheTime() {
        SparseMatrix counts = circles();
        Run run = Fixture.run();
        try (TuningJournal journal =
                TuningJournal.open(folder.resolve("j.jsonl"), Map.of("seed", "42"), false)) {
            Trials trials =
                    new Trials(
                            new Validation(counts, Features.none(counts), 1000, run),
                            new Crew(1, counts, Long.MAX_VALUE),
                            journal,
                            new TuneRequest.Limits(10_000, Duration.ofSeconds(2)),
                            TuneTeller.NONE,
                            run);
            trials.judge(List.of(Candidate.defaults("popular")), 1);
            new Turns(
                            trials,
                            List.of(player("als", "iterations"), player("ease", "regularization")))
                    .play();
            List<String> tried =
                    trials.all().stream().map(Trial::candidate).map(Candidate::algorithm).toList();
            assertThat(tried).contains("ease");
            assertThat(trials.elapsed()).isBetween(1.9, 10.0);
        }
    }

    @Test
    void asManyTrialsAtOnceAsMemoryHolds() {
        SparseMatrix counts = circles();
        Candidate small = Candidate.defaults("popular");
        Candidate large = Candidate.defaults("als");
        long one = Footprint.of(large, counts);
        assertThat(one).isGreaterThan(Footprint.of(small, counts));
        assertThat(new Crew(4, counts, 3 * one).size(List.of(small, large, small, large)))
                .isEqualTo(3);
        assertThat(new Crew(4, counts, 1).size(List.of(large, large))).isEqualTo(1);
        assertThat(new Crew(4, counts, 9 * one).size(List.of(large, large))).isEqualTo(2);
        assertThat(new Crew(4, counts, 9 * one).size(List.of())).isEqualTo(1);
    }
}
