package segue.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import segue.core.train.Algorithms;
import segue.library.Selection;

/// Pins every default and every name: who changes one changes what people get, and says so here.
class DefaultsTest {

    @Test
    void settingsOfEveryAlgorithm() {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : Algorithms.names()) {
            found.put(name, TrainRequest.DEFAULTS.withAlgorithm(name).allSettings().toString());
        }
        assertThat(found)
                .containsExactly(
                        entry(
                                "als",
                                "{rank=128, iterations=15, regularization=100.0, alpha=5.0, weighing=confidence, unobserved=0.1, solver=auto, steps=3}"),
                        entry("item-knn", "{similarity=cosine, neighbours=500, shrinkage=0.0}"),
                        entry("user-knn", "{similarity=tfidf, neighbours=50}"),
                        entry("rp3beta", "{alpha=0.6, beta=0.4, neighbours=500}"),
                        entry("popular", "{}"));
    }

    @Test
    void whatIsTrainedUnlessToldOtherwise() {
        TrainRequest defaults = TrainRequest.DEFAULTS;
        assertThat(defaults.algorithm()).isEqualTo("als");
        assertThat(defaults.weighting().spelled()).isEqualTo("log1p");
        assertThat(defaults.selection()).isEqualTo(Selection.DEFAULTS);
        assertThat(defaults.effectiveName()).isEqualTo("als");
    }
}
