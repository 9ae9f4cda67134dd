package segue.core.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.core.data.Features;
import segue.core.data.Labels;
import segue.core.data.Split;
import segue.core.data.Splitting;
import segue.core.data.Times;
import segue.core.data.Weighting;
import segue.core.eval.Evaluation;
import segue.core.math.SparseMatrix;
import segue.core.model.FactorModel;
import segue.core.model.Model;
import segue.core.model.Ranking;
import segue.core.model.Taste;
import segue.core.model.Want;
import segue.core.run.Progress;
import segue.core.run.Run;

class ContentTest implements ModelContract {

    @Override
    public Algorithm algorithm() {
        return content(Map.of());
    }

    private static Content content(Map<String, String> changes) {
        Content small =
                new Content(4, 15, .1, 20, Content.Inputs.MEASURES, Content.By.RIDGE, .01, .1, 100);
        return (Content) Settings.with(small, changes);
    }

    @Override
    public Model fit(SparseMatrix matrix, int threads) {
        return algorithm()
                .fit(
                        new TrainingData(matrix).withMeasures(parities(matrix.columns())),
                        new Run(42, threads, Progress.NONE));
    }

    /// What is measured tells odd items from even ones.
    private static SparseMatrix parities(int items) {
        float[][] values = new float[items][];
        for (int i = 0; i < items; i++) {
            values[i] = new float[] {i % 2, i * .37f % 1};
        }
        return PredictorTest.dense(values);
    }

    @Test
    void ranksItemsThatNobodyPlaysByWhatIsKnownOfThem() {
        for (Content.By by : new Content.By[] {Content.By.RIDGE, Content.By.KERNEL}) {
            SparseMatrix board = ModelContract.checkerboard(40);
            SparseMatrix wider =
                    new SparseMatrix(
                            40, 46, board.startArray(), board.columnArray(), board.valueArray());
            FactorModel model =
                    content(Map.of("predictor", by.name()))
                            .fit(new TrainingData(wider).withMeasures(parities(46)), Run.quiet(1));
            for (int user = 0; user < 40; user++) {
                for (Taste taste :
                        new Taste[] {
                            Taste.ofUser(user, wider.row(user)), Taste.ofHistory(wider.row(user))
                        }) {
                    Ranking ranking = model.recommend(taste, Want.top(4));
                    for (int i = 0; i < 4; i++) {
                        assertThat(ranking.item(i) % 2).as("user %d", user).isEqualTo(user % 2);
                    }
                }
            }
            assertThat(model.similar(44, 3).item(0) % 2).isZero();
        }
    }

    @Test
    void labelsServeAsWell() {
        SparseMatrix board = ModelContract.checkerboard(60);
        Labels.Builder said = new Labels.Builder(60, 60, List.of("even", "odd"));
        for (int item = 0; item < 60; item++) {
            said.add((item + 1) % 60, item, item % 2);
        }
        Features features = new Features(SparseMatrix.empty(60, 0), said.build());
        Split split =
                new Splitting.ColdItems(.2)
                        .split(board, Times.none(board), 0, Run.quiet(5).random("x"));
        Evaluation of =
                new Evaluation(
                        content(Map.of("inputs", "labels")),
                        new Weighting.Binary(),
                        List.of(3),
                        true);
        assertThat(of.run(List.of(split), features, Run.quiet(1)).mean("auc")).isGreaterThan(.95);
        Evaluation blind =
                new Evaluation(Random.DEFAULTS, new Weighting.Binary(), List.of(3), true);
        assertThat(blind.run(List.of(split), features, Run.quiet(1)).mean("auc"))
                .isBetween(.35, .65);
    }

    @Test
    void itemsWithManyPlaysKeepTheirOwnFactors() {
        SparseMatrix board = ModelContract.checkerboard(30);
        TrainingData data = new TrainingData(board).withMeasures(parities(30));
        FactorModel own = content(Map.of("shrinkage", "0")).fit(data, Run.quiet(1));
        FactorModel told = content(Map.of("shrinkage", "1e9")).fit(data, Run.quiet(1));
        FactorModel plain =
                new Als(4, 15, .1, 20, Als.DEFAULTS.weighing(), .1, Als.DEFAULTS.solver(), 3)
                        .fit(data, Run.quiet(1));
        assertThat(own.itemFactors()).isEqualTo(plain.itemFactors());
        assertThat(told.itemFactors()).isNotEqualTo(plain.itemFactors());
        assertThat(told.userFactors()).isEqualTo(plain.userFactors());
    }

    @Test
    void saysWhatItNeeds() {
        TrainingData bare = new TrainingData(ModelContract.checkerboard(10));
        assertThat(Content.DEFAULTS.missing(bare)).hasValue("needs tags or sound of the items");
        assertThatThrownBy(() -> Content.DEFAULTS.fit(bare, Run.quiet(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("content needs tags or sound of the items");
    }
}
