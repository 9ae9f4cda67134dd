package segue.core.tune;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is searched when nobody says, beside the list of algorithms in
/// [segue.core.train.Algorithms].
final class UsualSpaces {

    private static final Map<String, Map<String, String>> ALL =
            Map.of(
                    "als",
                    ordered(
                            "rank", "32,64,128,192",
                            "regularization", ".01..500:log",
                            "alpha", ".1..100:log",
                            "weight", "log1p,tfidf,binary,bm25"),
                    "ease",
                    ordered(
                            "regularization", ".01..20000:log",
                            "weight", "log1p,tfidf,binary,bm25"),
                    "item-knn",
                    ordered(
                            "similarity", "cosine,tfidf,bm25,jaccard,likelihood",
                            "neighbours", "20..1000:log",
                            "shrinkage", "0..50",
                            "weight", "log1p,tfidf,binary,bm25"),
                    "user-knn",
                    ordered(
                            "similarity", "cosine,tfidf,bm25",
                            "neighbours", "10..500:log",
                            "weight", "log1p,tfidf,binary,bm25"),
                    "rp3beta",
                    ordered(
                            "alpha", ".2..1.5",
                            "beta", "0..1",
                            "neighbours", "50..1000:log"),
                    "nmf",
                    ordered(
                            "rank", "32,64,128",
                            "l1", ".0001..1:log",
                            "l2", ".0001..10:log",
                            "weight", "log1p,tfidf,binary,bm25"),
                    "warp",
                    ordered(
                            "rank", "32,64,128",
                            "iterations", "20..80:log",
                            "learningRate", ".01..0.2:log",
                            "userRegularization", ".01..10:log",
                            "itemRegularization", ".01..10:log"),
                    "bpr",
                    ordered(
                            "rank", "32,64,128",
                            "iterations", "50..300:log",
                            "learningRate", ".01..0.2:log",
                            "regularization", ".0001..0.1:log"),
                    "content",
                    ordered(
                            "rank", "32,64,128",
                            "strength", ".03..30:log",
                            "shrinkage", "0.1..20:log"),
                    "mf",
                    ordered(
                            "rank", "8,16,32,64",
                            "learningRate", ".002..0.05:log",
                            "regularization", ".005..0.5:log"));

    private UsualSpaces() {}

    /// Setting → its values as text; empty where the algorithm has nothing to tune.
    static Map<String, String> of(String algorithm) {
        return ALL.getOrDefault(algorithm, Map.of());
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
