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
                          iterations=15
                          regularization=auto
                          alpha=auto
                          weighing=confidence
                          unobserved=0.1
                          solver=auto
                          steps=3
                        ease log1p
                          regularization=3000.0
                        item-knn log1p
                          similarity=cosine
                          neighbours=500
                          shrinkage=0.0
                          from=plays
                        user-knn log1p
                          similarity=tfidf
                          neighbours=50
                          from=plays
                        rp3beta log1p
                          alpha=0.6
                          beta=0.4
                          neighbours=500
                        nmf log1p
                          rank=128
                          iterations=200
                          tolerance=1.0E-4
                          l1=0.0
                          l2=0.01
                          start=nndsvda
                        warp log1p
                          rank=128
                          iterations=40
                          learningRate=0.05
                          loss=warp
                          maxSampled=50
                          userRegularization=1.0
                          itemRegularization=2.0
                        bpr log1p
                          rank=128
                          iterations=150
                          learningRate=0.05
                          regularization=0.01
                          negatives=uniform
                        mf raw
                          rank=16
                          iterations=30
                          learningRate=0.01
                          regularization=0.04
                          target=scaled
                          implicit=true
                        popular log1p
                          window=0.0
                          halfLife=0.0
                          tag=
                        random log1p
                          rank=32
                        content tfidf
                          rank=128
                          iterations=15
                          regularization=auto
                          alpha=auto
                          inputs=all
                          predictor=auto
                          strength=auto
                          shrinkage=1.0
                          labels=2048
                        blend raw
                          members=als + ease/regularization=4/weight=tfidf + warp/iterations=20 + item-knn/from=features/weight=binary + user-knn/from=features/weight=tfidf/neighbours=200
                          holdout=0.1
                          splits=2
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
