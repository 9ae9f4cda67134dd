package segue.core.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The algorithms by name, with their default settings. The one list that the command line, the
/// model file and the evaluation read.
public final class Algorithms {

    private static final SequencedMap<String, Algorithm> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("als", Als.DEFAULTS);
        BY_NAME.put("ease", Ease.DEFAULTS);
        BY_NAME.put("item-knn", ItemKnn.DEFAULTS);
        BY_NAME.put("user-knn", UserKnn.DEFAULTS);
        BY_NAME.put("rp3beta", Rp3Beta.DEFAULTS);
        BY_NAME.put("nmf", Nmf.DEFAULTS);
        BY_NAME.put("warp", Warp.DEFAULTS);
        BY_NAME.put("bpr", Bpr.DEFAULTS);
        BY_NAME.put("mf", Mf.DEFAULTS);
        BY_NAME.put("popular", Popular.DEFAULTS);
        BY_NAME.put("random", Random.DEFAULTS);
        BY_NAME.put("content", Content.DEFAULTS);
        BY_NAME.put("blend", Blend.DEFAULTS);
    }

    private Algorithms() {}

    /// Names in the order they are shown.
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /// The algorithm of that name with some settings changed.
    ///
    /// @param changes setting name → value as text
    /// @throws IllegalArgumentException naming the unknown name or setting and what there is
    public static Algorithm of(String name, Map<String, String> changes) {
        Algorithm defaults = BY_NAME.get(name);
        if (defaults == null) {
            throw new IllegalArgumentException(
                    "no algorithm '%s'; there are %s"
                            .formatted(name, String.join(", ", BY_NAME.keySet())));
        }
        return (Algorithm) Settings.with((Record) defaults, changes);
    }
}
