package segue.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import segue.core.train.Algorithms;
import segue.library.Selection;

/// Pins every default and every name: who changes one changes what people get, and says so here.
class DefaultsTest {

    @Test
    void weightingAndSettingsOfEveryAlgorithm() {
        StringBuilder found = new StringBuilder();
        for (String name : Algorithms.names()) {
            TrainRequest request = TrainRequest.DEFAULTS.withAlgorithm(name);
            String weighting = request.effectiveWeighting().spelled();
            found.append(name).append(' ').append(weighting).append('\n');
            request.allSettings()
                    .forEach((key, value) -> found.append("  %s=%s\n".formatted(key, value)));
        }
        assertThat(found)
                .hasToString(
                        """
                        als tfidf
                          rank=128
                          iterations=12
                          regularization=0.01
                          alpha=10.0
                          weighing=unobserved
                          unobserved=0.13
                          solver=auto
                          steps=3
                        ease log1p
                          regularization=3000.0
                        item-knn log1p
                          similarity=cosine
                          neighbours=500
                          shrinkage=0.0
                        user-knn log1p
                          similarity=tfidf
                          neighbours=50
                        rp3beta log1p
                          alpha=0.6
                          beta=0.4
                          neighbours=500
                        nmf log1p
                          rank=20
                          iterations=200
                          tolerance=1.0E-4
                          l1=0.0
                          l2=0.0
                          start=nndsvda
                        popular log1p
                        blend raw
                          members=als + als/weighing=confidence/alpha=5/regularization=100/weight=log1p + als/rank=48 + ease + ease/regularization=100/weight=binary + item-knn/similarity=likelihood + rp3beta + user-knn
                          holdout=0.2
                          candidates=150
                        """);
    }

    @Test
    void whatIsTrainedUnlessToldOtherwise() {
        TrainRequest defaults = TrainRequest.DEFAULTS;
        assertThat(defaults.algorithm()).isEqualTo("als");
        assertThat(defaults.weighting()).isEmpty();
        assertThat(defaults.selection()).isEqualTo(Selection.DEFAULTS);
        assertThat(defaults.effectiveName()).isEqualTo("als");
    }
}
