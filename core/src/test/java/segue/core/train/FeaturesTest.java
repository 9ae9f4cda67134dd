package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import segue.core.data.Features;
import segue.core.data.Labels;
import segue.core.data.Split;
import segue.core.data.Splitting;
import segue.core.data.Times;
import segue.core.data.Weighting;
import segue.core.eval.Evaluation;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.core.model.BlendModel;
import segue.core.model.Model;
import segue.core.model.NeighbourModel;
import segue.core.model.Taste;
import segue.core.model.Want;
import segue.core.run.Run;

class FeaturesTest {

    private static final SparseMatrix BOARD = ModelContract.checkerboard(40);

    /// Everybody says of each item they have that it is their own: a perfect leak.
    private static Labels everyoneNamesTheirOwn() {
        Labels.Builder labels = new Labels.Builder(40, 40, Collections.nCopies(40, "own"));
        for (int user = 0; user < 40; user++) {
            for (int e = BOARD.start(user); e < BOARD.end(user); e++) {
                labels.add(user, BOARD.column(e), user);
            }
        }
        return labels.build();
    }

    private static Split split() {
        return Split.random(BOARD, .2, new SplittableRandom(3));
    }

    @Test
    void whatATestedUserSaidOfAHeldOutItemIsWithheld() {
        Labels all = everyoneNamesTheirOwn();
        Split split = split();
        assertThat(split.test().entries()).isPositive();
        SparseMatrix before = all.features();
        SparseMatrix after = all.trainOf(split).features();
        for (int user = 0; user < 40; user++) {
            for (int item = 0; item < 40; item++) {
                assertThat(before.contains(item, user)).isEqualTo(BOARD.contains(user, item));
                assertThat(after.contains(item, user))
                        .isEqualTo(split.train().contains(user, item));
            }
        }
    }

    @Test
    void noAlgorithmSeesWithheldLabelsAlsoNotWithinABlend() {
        Split split = split();
        int[] seen = {0};
        Algorithm spy =
                (data, run) -> {
                    seen[0] = data.labels().size();
                    assertThat(data.trainOf(Split.random(data.matrix(), .5, run.random("x"))))
                            .satisfies(
                                    inner ->
                                            assertThat(inner.labels().size())
                                                    .isEqualTo(inner.matrix().entries()));
                    return Popular.DEFAULTS.fit(data, run);
                };
        new Evaluation(spy, new Weighting.Raw(), 10)
                .run(
                        List.of(split),
                        new Features(SparseMatrix.empty(40, 0), everyoneNamesTheirOwn()),
                        Run.quiet(1));
        assertThat(seen[0]).isEqualTo(split.train().entries());
    }

    @Test
    void whatStrangersSaidOfItemsNotTestedStays() {
        Split split =
                new Splitting.ColdUsers(.25, .5)
                        .split(BOARD, Times.none(BOARD), 0, new SplittableRandom(5));
        Labels left = everyoneNamesTheirOwn().trainOf(split);
        assertThat(left.size()).isEqualTo(BOARD.entries() - split.test().entries());
        Split within = Split.random(split.train(), .2, new SplittableRandom(1));
        assertThat(left.trainOf(within).size()).isEqualTo(left.size() - within.test().entries());
    }

    @Test
    void statementsMadeTwiceCountOnce() {
        Labels.Builder twice = new Labels.Builder(2, 1, List.of("rock"));
        twice.add(1, 0, 0);
        twice.add(1, 0, 0);
        assertThat(twice.build().size()).isEqualTo(1);
    }

    /// Even and odd items have a word each.
    private static Features parities() {
        Labels.Builder labels = new Labels.Builder(1, 40, List.of("Even", "odd"));
        for (int item = 0; item < 40; item++) {
            labels.add(0, item, item % 2);
        }
        return new Features(SparseMatrix.empty(40, 0), labels.build());
    }

    @Test
    void itemsWithTheSameLabelsAreAlike() {
        Algorithm content = Algorithms.of("item-knn", Map.of("from", "features"));
        Model model = content.fit(new TrainingData(BOARD, parities()), Run.quiet(1));
        SparseVector liked = new SparseVector(new int[] {4}, new float[] {1});
        var ranking = model.recommend(Taste.ofHistory(liked), Want.top(10));
        for (int i = 0; i < ranking.size(); i++) {
            assertThat(ranking.item(i) % 2).isZero();
        }
    }

    @Test
    void friendsAreAskedAndWhoHasNoneIsComparedByPlays() {
        // 0 and 1 know each other; everybody else knows nobody.
        TrainingData data =
                new TrainingData(BOARD).withUserFeatures(Features.ofFriends(40, LongStream.of(1)));
        Model friends =
                Algorithms.of("user-knn", Map.of("from", "features")).fit(data, Run.quiet(1));
        Model plays = UserKnn.DEFAULTS.fit(data, Run.quiet(1));
        float[] scores = new float[40];
        friends.score(Taste.ofUser(0, BOARD.row(0)), scores);
        for (int item = 0; item < 40; item++) {
            assertThat(scores[item] > 0).isEqualTo(BOARD.contains(1, item));
        }
        float[] expected = new float[40];
        friends.score(Taste.ofUser(2, BOARD.row(2)), scores);
        plays.score(Taste.ofUser(2, BOARD.row(2)), expected);
        assertThat(scores).containsExactly(expected);
        friends.score(Taste.ofHistory(BOARD.row(0)), scores);
        plays.score(Taste.ofHistory(BOARD.row(0)), expected);
        assertThat(scores).containsExactly(expected);
    }

    @Test
    void aBlendLeavesOutMembersThatHaveNothingToLearnFrom() {
        Algorithm blend =
                Algorithms.of(
                        "blend",
                        Map.of(
                                "members",
                                "item-knn/from=features + user-knn/from=features + popular"));
        BlendModel without = (BlendModel) blend.fit(new TrainingData(BOARD), Run.quiet(1));
        assertThat(without.members()).hasSize(1);
        BlendModel with = (BlendModel) blend.fit(new TrainingData(BOARD, parities()), Run.quiet(1));
        assertThat(with.members().getFirst().model()).isInstanceOf(NeighbourModel.class);
    }

    @Test
    void aloneTheySayWhatIsMissing() {
        TrainingData bare = new TrainingData(BOARD);
        assertThatThrownBy(
                        () ->
                                Algorithms.of("item-knn", Map.of("from", "features"))
                                        .fit(bare, Run.quiet(1)))
                .hasMessageContaining("needs tags");
        assertThatThrownBy(
                        () ->
                                Algorithms.of("user-knn", Map.of("from", "features"))
                                        .fit(bare, Run.quiet(1)))
                .hasMessageContaining("needs friends");
    }
}
