package segue.core.data;

import java.util.Locale;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;

/// How raw counts become weights. Counts of plays have a long tail; what a model should believe of
/// them grows much more slowly.
public sealed interface Weighting {

    /// The counts as they are.
    record Raw() implements Weighting {}

    /// 1 for whatever is there.
    record Binary() implements Weighting {}

    /// ln(1 + x).
    record Log1p() implements Weighting {}

    /// Okapi BM25 with users as documents: x (k1 + 1) / (k1 (1 − b + b · length / mean length) + x)
    /// · idf, length being the sum of a user's counts and idf = ln users − ln(1 + users of the
    /// item).
    record Bm25(double k1, double b) implements Weighting {
        public Bm25 {
            if (!(k1 >= 0) || !(b >= 0 && b <= 1)) {
                throw new IllegalArgumentException(
                        "bm25 needs k1 ≥ 0 and b in 0..1, has k1 %s and b %s".formatted(k1, b));
            }
        }
    }

    /// √x · idf, each user's weights then scaled to length 1.
    record TfIdf() implements Weighting {}

    /// By name: `raw`, `binary`, `log1p`, `bm25`, `bm25:K1:B`, `tfidf`.
    static Weighting parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", -1);
        return switch (parts[0]) {
            case "raw" -> new Raw();
            case "binary" -> new Binary();
            case "log1p" -> new Log1p();
            case "tfidf", "tf-idf" -> new TfIdf();
            case "bm25" -> bm25(parts, text);
            default ->
                    throw new IllegalArgumentException(
                            "no weighting '%s'; there are raw, binary, log1p, bm25[:K1:B], tfidf"
                                    .formatted(text));
        };
    }

    private static Weighting bm25(String[] parts, String text) {
        try {
            return new Bm25(
                    parts.length > 1 ? Double.parseDouble(parts[1]) : 1.2,
                    parts.length > 2 ? Double.parseDouble(parts[2]) : .75);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "bm25 takes two numbers, bm25:K1:B, found '%s'".formatted(text), e);
        }
    }

    /// The spelling that [#parse] reads.
    default String spelled() {
        return switch (this) {
            case Raw() -> "raw";
            case Binary() -> "binary";
            case Log1p() -> "log1p";
            case TfIdf() -> "tfidf";
            case Bm25(double k1, double b) -> "bm25:" + k1 + ":" + b;
        };
    }

    /// Learns what this weighting needs to know of a matrix `users × items` of counts.
    default Weights fit(SparseMatrix counts) {
        return switch (this) {
            case Raw _, Binary _, Log1p _ -> new Weights(this, Matrix.zeros(1, 0), 0);
            case Bm25 _, TfIdf _ -> Weights.withFrequencies(this, counts);
        };
    }
}
