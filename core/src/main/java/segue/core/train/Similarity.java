package segue.core.train;

import java.util.Arrays;
import segue.core.data.Weighting;
import segue.core.data.Weights;
import segue.core.math.SparseMatrix;

/// How alike two rows of a sparse matrix are. Each is a dot product of suitably weighed rows, or a
/// function of how many columns they share.
public enum Similarity {
    /// Dot product of rows of length 1.
    COSINE,
    /// Cosine after √x · idf.
    TFIDF,
    /// Dot product of Okapi BM25 weights (K1 1.2, B .2) with rows as documents.
    BM25,
    /// Shared columns / columns of either (values do not matter).
    JACCARD,
    /// Dunning's log-likelihood ratio of the shared columns, on 0..1 as 1 − 1/(1 + llr) (Dunning
    /// 1993): how surprising the overlap is.
    LIKELIHOOD;

    /// Whether only the number of shared columns counts.
    boolean counts() {
        return this == JACCARD || this == LIKELIHOOD;
    }

    /// What is done to the values of a row before dot products are taken.
    Weights weights(SparseMatrix rows) {
        return switch (this) {
            case COSINE -> new Weighting.Raw().fit(rows);
            case TFIDF -> new Weighting.TfIdf().fit(rows);
            case BM25 -> new Weighting.Bm25(1.2, .2).fit(rows);
            case JACCARD, LIKELIHOOD -> new Weighting.Binary().fit(rows);
        };
    }

    /// Rows so weighed that their dot products are the likeness, or the number of shared columns.
    SparseMatrix weigh(SparseMatrix rows) {
        SparseMatrix weighed = weights(rows).apply(rows);
        return this == COSINE ? unit(weighed) : weighed;
    }

    /// The likeness of two rows.
    ///
    /// @param dot their dot product after [#weigh]
    /// @param a columns of the one
    /// @param b columns of the other
    /// @param all how many columns there are
    double of(double dot, int a, int b, int all) {
        return switch (this) {
            case COSINE, TFIDF, BM25 -> dot;
            case JACCARD -> dot / (a + b - dot);
            case LIKELIHOOD -> {
                double ratio = likelihoodRatio(dot, a - dot, b - dot, all - a - b + dot);
                yield 1 - 1 / (1 + ratio);
            }
        };
    }

    private static SparseMatrix unit(SparseMatrix rows) {
        float[] values = Arrays.copyOf(rows.valueArray(), rows.entries());
        for (int row = 0; row < rows.rows(); row++) {
            double square = 0;
            for (int e = rows.start(row); e < rows.end(row); e++) {
                square += (double) values[e] * values[e];
            }
            float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
            for (int e = rows.start(row); e < rows.end(row); e++) {
                values[e] *= scale;
            }
        }
        return rows.withValues(values);
    }

    /// 2 (H(table) − H(rows) − H(columns)) of a 2 × 2 table of counts; 0 where the overlap is
    /// smaller than chance.
    private static double likelihoodRatio(double both, double onlyA, double onlyB, double none) {
        double all = both + onlyA + onlyB + none;
        if (both * all < (both + onlyA) * (both + onlyB)) {
            return 0;
        }
        double table = entropy(both) + entropy(onlyA) + entropy(onlyB) + entropy(none);
        double rows = entropy(both + onlyA) + entropy(onlyB + none);
        double columns = entropy(both + onlyB) + entropy(onlyA + none);
        return Math.max(0, 2 * (table - rows - columns + entropy(all)));
    }

    private static double entropy(double count) {
        return count > 0 ? count * Math.log(count) : 0;
    }
}
