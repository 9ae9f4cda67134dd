package segue.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import segue.core.data.Weighting;
import segue.core.tune.Candidate;
import segue.engine.train.TrainRequest;
import segue.library.Items;
import segue.library.Rows;
import segue.library.Selection;

/// What `train` and `evaluate` take alike.
final class TrainingOptions {

    @Option(
            names = "--of",
            paramLabel = "listeners|playlists",
            defaultValue = "listeners",
            description = "Whose taste is learned. Default: listeners.")
    private Rows rows = Rows.LISTENERS;

    @Option(
            names = "--on",
            paramLabel = "artists|tracks",
            defaultValue = "artists",
            description = "What is recommended. Default: artists.")
    private Items items = Items.ARTISTS;

    @Option(
            names = "--weight",
            paramLabel = "raw|binary|log1p|bm25[:K1:B]|tfidf",
            description = "How plays become weights. Default: what suits the algorithm.")
    private @Nullable String weight;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the algorithm: rank=128, alpha=5, … May be repeated.")
    private @Nullable Map<String, String> settings;

    @Option(
            names = "--min-plays",
            paramLabel = "N",
            defaultValue = "0",
            description = "Leave out who played what less often.")
    private double minPlays;

    @Option(
            names = "--min-listeners",
            paramLabel = "N",
            defaultValue = "1",
            description = "Leave out artists or tracks with fewer listeners (or playlists).")
    private int minListeners;

    @Option(
            names = "--min-items",
            paramLabel = "N",
            defaultValue = "1",
            description = "Leave out listeners (or playlists) with fewer artists or tracks.")
    private int minItems;

    @Option(
            names = "--like-plays",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many plays a like counts. Default: 20.")
    private double likePlays;

    @Option(
            names = "--skip-plays",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many plays a skip takes away. Default: 20.")
    private double skipPlays;

    /// The values to try of each setting and, as `weight`, of the weighting.
    SequencedMap<String, String> sets() {
        SequencedMap<String, String> sets = new LinkedHashMap<>();
        if (settings != null) {
            sets.putAll(settings);
        }
        if (weight != null) {
            sets.put(Candidate.WEIGHT, weight);
        }
        return sets;
    }

    Selection selection() {
        return new Selection(rows, items, minPlays, minListeners, minItems, likePlays, skipPlays);
    }

    TrainRequest request(String algorithm, String name) {
        return new TrainRequest(
                name,
                algorithm,
                settings == null ? Map.of() : new TreeMap<>(settings),
                Optional.ofNullable(weight).map(Weighting::parse),
                selection());
    }
}
