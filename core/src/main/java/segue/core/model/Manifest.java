package segue.core.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is known about a model besides its numbers: how and from what it was made. No time of
/// day stands in it, so that the same training gives the same file.
///
/// @param name what people call the model; also its file's name
/// @param algorithm the algorithm's name
/// @param settings its settings by name, as text
/// @param seed the seed of the run
/// @param fingerprint a digest of the training data: ids and cells
/// @param about whatever the trainer wants to remember: which part of which library, by name
/// @param metrics numbers the training ended with ("loss")
/// @param version the Segue that trained it
public record Manifest(
        String name,
        String algorithm,
        SortedMap<String, String> settings,
        long seed,
        String fingerprint,
        SortedMap<String, String> about,
        SortedMap<String, Double> metrics,
        String version) {

    public Manifest {
        settings = sorted(settings);
        about = sorted(about);
        metrics = sorted(metrics);
    }

    private static <T> SortedMap<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
