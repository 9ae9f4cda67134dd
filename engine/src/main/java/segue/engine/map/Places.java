package segue.engine.map;

import java.util.List;

/// Where things lie on a map, as it is kept in a file.
///
/// @param stamp of the library that it was made of; another one makes it stale
/// @param method how the places came about, for people
/// @param ids of tracks or artists
/// @param x to the right, -1..1
/// @param y upwards, -1..1
record Places(String stamp, String method, List<String> ids, List<Float> x, List<Float> y) {
    Places {
        ids = List.copyOf(ids);
        x = List.copyOf(x);
        y = List.copyOf(y);
        if (ids.size() != x.size() || x.size() != y.size()) {
            throw new IllegalArgumentException("a map needs a place for each thing");
        }
    }
}
