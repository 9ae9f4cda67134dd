package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.core.model.BlendModel;
import segue.core.run.Run;

class BlendTest implements ModelContract {

    @Override
    public Algorithm algorithm() {
        return Algorithms.of(
                "blend",
                Map.of(
                        "members",
                        "popular + als/rank=8/regularization=1/weighing=confidence/alpha=5 + item-knn",
                        "candidates",
                        "10"));
    }

    @Test
    void trustsTheMemberThatKnows() {
        BlendModel model =
                (BlendModel)
                        algorithm()
                                .fit(
                                        new TrainingData(ModelContract.checkerboard(50)),
                                        Run.quiet(42));
        double popular = model.members().getFirst().weight();
        double best =
                model.members().stream().mapToDouble(BlendModel.Member::weight).max().orElse(0);
        assertThat(List.of(popular, best)).isSorted();
    }

    @Test
    void namesThePartOfTheMembersItCannotRead() {
        assertThatThrownBy(() -> Algorithms.of("blend", Map.of("members", "als/rank")))
                .hasMessage("in 'als/rank', 'rank' is no setting; write name=value");
        assertThatThrownBy(() -> Algorithms.of("blend", Map.of("members", "als + magic")))
                .hasMessageStartingWith("no algorithm 'magic'; there are als");
        assertThatThrownBy(() -> Algorithms.of("blend", Map.of("members", "als + blend")))
                .hasMessage("a blend cannot have a blend as a member");
    }
}
