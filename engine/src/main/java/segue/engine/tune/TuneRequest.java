package segue.engine.tune;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import segue.core.train.Algorithms;
import segue.core.tune.Candidate;
import segue.core.tune.Search;
import segue.core.tune.Space;
import segue.engine.train.TrainRequest;
import segue.library.Selection;

/// What to tune, how long, and what to call the result.
///
/// @param name what the model and the journal are called; empty: as the algorithm
/// @param algorithm the algorithm's name; empty: all sensible ones
/// @param sets setting (or `weight`) → its values as text; empty: the usual space
/// @param kind how candidates are chosen
/// @param limits when to stop
/// @param selection which part of the library
/// @param fresh whether an older journal is thrown away
/// @param journal where the journal is kept; empty: beside the data
public record TuneRequest(
        String name,
        String algorithm,
        SequencedMap<String, String> sets,
        Search.Kind kind,
        Limits limits,
        Selection selection,
        boolean fresh,
        Optional<Path> journal) {

    /// When a search stops; earlier if nothing is left to try.
    ///
    /// @param trials at most so many trials, those of earlier runs counted
    /// @param time at most so long, the time of earlier runs counted; a trial under way is
    ///   dropped. Training the best on everything and testing it come on top.
    public record Limits(int trials, Duration time) {
        public Limits {
            if (trials < 1) {
                throw new IllegalArgumentException("trials must be at least 1, is " + trials);
            }
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("time must be above 0, is " + time);
            }
        }

        double seconds() {
            return time.toMillis() / 1e3;
        }
    }

    /// Those tried when nobody says which, the cheap ones first. `mf` is left out: it foretells
    /// ratings.
    static final List<String> SENSIBLE =
            List.of(
                    "popular",
                    "rp3beta",
                    "item-knn",
                    "user-knn",
                    "ease",
                    "als",
                    "nmf",
                    "warp",
                    "bpr",
                    "blend");

    public TuneRequest {
        sets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sets));
        if (algorithm.isEmpty() && !sets.isEmpty()) {
            throw new IllegalArgumentException(
                    "settings to try (--set, --weight) need an algorithm; there are "
                            + String.join(", ", Algorithms.names()));
        }
    }

    /// What is searched, one space for each algorithm.
    ///
    /// @throws IllegalArgumentException for an unknown algorithm or setting, a refused value, or a
    ///   grid of ranges
    public List<Space> spaces() {
        if (algorithm.isEmpty()) {
            return SENSIBLE.stream().map(Space::usual).toList();
        }
        Space space = sets.isEmpty() ? Space.usual(algorithm) : Space.of(algorithm, sets);
        if (kind == Search.Kind.GRID) {
            space.all();
        }
        return List.of(space);
    }

    /// Whether some of what is searched learns from when things were played.
    boolean dated() {
        return spaces().stream().anyMatch(Space::dated);
    }

    /// The training of a candidate.
    TrainRequest training(Candidate candidate) {
        TrainRequest request =
                TrainRequest.DEFAULTS
                        .withName(name)
                        .withAlgorithm(candidate.algorithm())
                        .withSettings(candidate.ownSettings())
                        .withSelection(selection);
        return candidate.weighting().map(request::withWeighting).orElse(request);
    }

    /// The name of the journal, without its ending.
    String journalName() {
        return TrainRequest.DEFAULTS
                .withName(name)
                .withAlgorithm(algorithm.isEmpty() ? "all" : algorithm)
                .withSelection(selection)
                .effectiveName();
    }

    /// The settings of this request in words that stay the same.
    ///
    /// @param data a digest of what is learned from
    /// @param features a digest of what else is known; empty if nothing is
    Map<String, String> fixed(long seed, String data, String features) {
        Map<String, String> fixed = new LinkedHashMap<>();
        fixed.put("seed", Long.toString(seed));
        fixed.put("search", kind.name());
        fixed.put("space", String.join("; ", spaces().stream().map(Space::spelled).toList()));
        fixed.put("data", data);
        fixed.put("features", features);
        return fixed;
    }
}
