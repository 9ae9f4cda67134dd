package segue.core.data;

import segue.core.math.SparseMatrix;

/// Who has to do with what, and how much: a matrix `users × items` with the identities of both
/// axes. Users may be listeners or playlists, items artists or tracks; here they are just rows and
/// columns. Immutable and thread-safe.
public record Interactions(Ids users, Ids items, SparseMatrix matrix) {

    public Interactions {
        if (users.size() != matrix.rows() || items.size() != matrix.columns()) {
            throw new IllegalArgumentException(
                    "%d users and %d items do not fit %s"
                            .formatted(users.size(), items.size(), matrix));
        }
    }

    /// The same cells with other values, for instance after a [Weighting].
    public Interactions withMatrix(SparseMatrix other) {
        return new Interactions(users, items, other);
    }

    /// The matrix with the columns of other items, which stand in the same order; items that are
    /// not among them are left out.
    public SparseMatrix inColumnsOf(Ids others) {
        int[] to = new int[items.size()];
        for (int column = 0; column < to.length; column++) {
            to[column] = others.row(items.id(column)).orElse(-1);
        }
        return matrix.withColumns(to, others.size());
    }
}
