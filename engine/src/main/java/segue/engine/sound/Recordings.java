package segue.engine.sound;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import segue.audio.feature.Fingerprint;
import segue.library.Library;

/// Tells whether two files hold the same recording. Keys of all files are in memory, fingerprints
/// only of those that were asked for. For one thread.
final class Recordings {

    private static final int[] NONE = {};

    private final Library library;
    private final Map<Long, int[]> keys = new HashMap<>();
    private final Map<Long, Fingerprint> fingerprints = new HashMap<>();

    Recordings(Library library) {
        this.library = library;
        library.fingerprintKeys(keys::put);
    }

    /// The keys of all files, by number.
    Map<Long, int[]> keys() {
        return keys;
    }

    boolean same(long one, long other) {
        return shareAKey(one, other) && match(one, other);
    }

    private boolean shareAKey(long one, long other) {
        int[] a = keys.getOrDefault(one, NONE);
        int[] b = keys.getOrDefault(other, NONE);
        for (int k = 0; k < Math.min(a.length, b.length); k++) {
            if (a[k] == b[k]) {
                return true;
            }
        }
        return false;
    }

    /// The same for two that are known to share a key.
    boolean match(long one, long other) {
        load(List.of(one, other));
        Fingerprint a = fingerprints.get(one);
        Fingerprint b = fingerprints.get(other);
        return a != null && b != null && a.match(b).same();
    }

    /// Reads fingerprints that will be compared, all at once.
    void load(Collection<Long> files) {
        List<Long> missing =
                files.stream().filter(file -> !fingerprints.containsKey(file)).toList();
        library.fingerprints(
                missing,
                (file, words) ->
                        fingerprints.put(
                                file, new Fingerprint(words, keys.getOrDefault(file, NONE))));
    }
}
