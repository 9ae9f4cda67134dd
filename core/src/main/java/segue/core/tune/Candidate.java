package segue.core.tune;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import segue.core.data.Weighting;
import segue.core.train.Algorithm;
import segue.core.train.Algorithms;

/// Settings that may be tried.
///
/// @param algorithm the algorithm's name
/// @param settings settings that differ from the defaults, as text; `weight` is the weighting
public record Candidate(String algorithm, SequencedMap<String, String> settings) {

    /// The key under which a weighting stands among the settings.
    public static final String WEIGHT = "weight";

    public Candidate {
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
    }

    /// The algorithm as it comes.
    public static Candidate defaults(String algorithm) {
        return new Candidate(algorithm, new LinkedHashMap<>());
    }

    /// The settings of the algorithm itself, without the weighting.
    public Map<String, String> ownSettings() {
        Map<String, String> own = new LinkedHashMap<>(settings);
        own.remove(WEIGHT);
        return own;
    }

    /// @throws IllegalArgumentException if the algorithm refuses a value
    public Algorithm build() {
        return Algorithms.of(algorithm, ownSettings());
    }

    /// The weighting if one is set; else the algorithm's own holds.
    public Optional<Weighting> weighting() {
        return Optional.ofNullable(settings.get(WEIGHT)).map(Weighting::parse);
    }

    /// "rank=64 alpha=3.1", or "defaults".
    public String spelled() {
        return settings.isEmpty()
                ? "defaults"
                : settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(" "));
    }
}
