package segue.engine.train;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import segue.core.data.Weighting;
import segue.core.train.Algorithm;
import segue.core.train.Algorithms;
import segue.core.train.Settings;
import segue.library.Selection;

/// What to train, on what, and what to call it.
///
/// @param name what the model is called; empty: as the algorithm, with what it is of and on where
///   that is unusual
/// @param algorithm the algorithm's name
/// @param settings settings that differ from the defaults, as text
/// @param weighting how plays become weights
/// @param selection which part of the library
public record TrainRequest(
        String name,
        String algorithm,
        Map<String, String> settings,
        Weighting weighting,
        Selection selection) {

    /// ALS on listeners × artists with log1p weights.
    public static final TrainRequest DEFAULTS =
            new TrainRequest("", "als", Map.of(), new Weighting.Log1p(), Selection.DEFAULTS);

    public TrainRequest {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        ModelShelf.checkName(name);
    }

    public TrainRequest withName(String other) {
        return new TrainRequest(other, algorithm, settings, weighting, selection);
    }

    public TrainRequest withAlgorithm(String other) {
        return new TrainRequest(name, other, settings, weighting, selection);
    }

    public TrainRequest withSettings(Map<String, String> other) {
        return new TrainRequest(name, algorithm, other, weighting, selection);
    }

    public TrainRequest withWeighting(Weighting other) {
        return new TrainRequest(name, algorithm, settings, other, selection);
    }

    public TrainRequest withSelection(Selection other) {
        return new TrainRequest(name, algorithm, settings, weighting, other);
    }

    /// The algorithm with its settings.
    ///
    /// @throws IllegalArgumentException for an unknown algorithm or setting, or a refused value
    public Algorithm build() {
        return Algorithms.of(algorithm, settings);
    }

    /// All settings as values, also those left at their defaults.
    public Map<String, Object> allSettings() {
        return Settings.of((Record) build());
    }

    /// What the model will be called.
    public String effectiveName() {
        if (!name.isEmpty()) {
            return name;
        }
        boolean usual =
                selection.rows() == Selection.DEFAULTS.rows()
                        && selection.items() == Selection.DEFAULTS.items();
        return usual
                ? algorithm
                : "%s-%s-%s"
                        .formatted(
                                algorithm, Words.of(selection.rows()), Words.of(selection.items()));
    }
}
