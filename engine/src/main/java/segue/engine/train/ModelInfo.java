package segue.engine.train;

import java.time.Instant;
import java.util.Map;

/// A model as the list of models shows it.
///
/// @param name what it is called
/// @param algorithm the algorithm's name
/// @param settings all its settings
/// @param weighting how plays became weights
/// @param of what its rows are: "listeners", "playlists"
/// @param on what its columns are: "artists", "tracks"
/// @param users how many rows
/// @param items how many columns
/// @param cells how many cells it learned from
/// @param seed the seed of the training
/// @param metrics numbers the training ended with
/// @param revision the library's revision at that time
/// @param version the Segue that trained it
/// @param created the time of the file
/// @param bytes the size of the file
/// @param problem why the file cannot be used; empty if it can
public record ModelInfo(
        String name,
        String algorithm,
        Map<String, String> settings,
        String weighting,
        String of,
        String on,
        long users,
        long items,
        long cells,
        long seed,
        Map<String, Double> metrics,
        long revision,
        String version,
        Instant created,
        long bytes,
        String problem) {}
