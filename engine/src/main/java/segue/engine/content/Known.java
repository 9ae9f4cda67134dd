package segue.engine.content;

import java.util.ArrayList;
import java.util.List;
import segue.audio.neural.NetworkSettings;
import segue.core.data.DatedInteractions;
import segue.core.data.Features;
import segue.core.data.Ids;
import segue.core.data.Interactions;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.train.Algorithm;
import segue.core.train.Blend;
import segue.core.train.Content;
import segue.core.train.Predictor;
import segue.library.Library;
import segue.library.Selection;

/// What a library knows of items besides plays, for training.
public final class Known {

    private final Library library;
    private final Selection selection;

    public Known(Library library, Selection selection) {
        this.library = library;
        this.selection = selection;
    }

    /// The same plays with columns, behind the others, for the items that nobody has played and
    /// of which tags, sound or features are known.
    public DatedInteractions withCold(DatedInteractions dated) {
        Interactions of = dated.interactions();
        List<String> ids = new ArrayList<>(of.items().all());
        for (String id : library.described(selection.items())) {
            if (of.items().row(id).isEmpty()) {
                ids.add(id);
            }
        }
        SparseMatrix matrix = of.matrix();
        SparseMatrix wider =
                new SparseMatrix(
                        matrix.rows(),
                        ids.size(),
                        matrix.startArray(),
                        matrix.columnArray(),
                        matrix.valueArray());
        return new DatedInteractions(
                new Interactions(of.users(), Ids.of(ids), wider), dated.times());
    }

    /// Tags and friends; and what was measured of items, where an algorithm learns from that.
    public Features features(DatedInteractions dated, List<Algorithm> algorithms, Run run) {
        Features features = library.features(dated, selection, run);
        boolean measured = algorithms.stream().anyMatch(Known::learnsFromMeasures);
        return measured
                ? features.withMeasures(
                        Measured.of(library, dated.interactions().items(), selection.items()))
                : features;
    }

    /// The algorithm, able to hear the items where it asks for that.
    ///
    /// @param items the columns it will be trained on
    public Algorithm hearing(Algorithm algorithm, Ids items) {
        if (algorithm instanceof Content content && content.predictor() == Content.By.NETWORK) {
            Predictor network =
                    new Hearing(library, NetworkSettings.DEFAULTS)
                            .predictor(items, selection.items());
            return (data, run) -> content.fit(data, network, run);
        }
        return algorithm;
    }

    private static boolean learnsFromMeasures(Algorithm algorithm) {
        return algorithm instanceof Content
                || (algorithm instanceof Blend blend && blend.members().contains("content"));
    }
}
