package segue.library;

/// Which part of the library becomes a matrix.
///
/// The three minimums are applied together: they hold for every cell, column and row of the result,
/// which may take several rounds of leaving out.
///
/// @param minPlays cells with fewer plays are left out
/// @param minUsersPerItem columns with fewer cells are left out
/// @param minItemsPerUser rows with fewer cells are left out
/// @param likePlays how many plays a like counts
/// @param skipPlays how many plays a skip takes away; what has no more plays than that is not
///   learned from, and speaks against what is like it when someone's history is folded in
public record Selection(
        Rows rows,
        Items items,
        double minPlays,
        int minUsersPerItem,
        int minItemsPerUser,
        double likePlays,
        double skipPlays) {

    /// Listeners × artists, everything.
    public static final Selection DEFAULTS = new Selection(Rows.LISTENERS, Items.ARTISTS, 0, 1, 1);

    /// Feedback counts as usual: a like 20 plays, a skip 20 against.
    public Selection(
            Rows rows, Items items, double minPlays, int minUsersPerItem, int minItemsPerUser) {
        this(rows, items, minPlays, minUsersPerItem, minItemsPerUser, 20, 20);
    }

    public Selection {
        if (!(likePlays >= 0) || !(skipPlays >= 0) || Double.isInfinite(likePlays + skipPlays)) {
            throw new IllegalArgumentException(
                    "likePlays and skipPlays must be at least 0, are %s and %s"
                            .formatted(likePlays, skipPlays));
        }
        if (!(minPlays >= 0) || Double.isInfinite(minPlays)) {
            throw new IllegalArgumentException("minPlays must be at least 0, is " + minPlays);
        }
        if (minUsersPerItem < 1) {
            throw new IllegalArgumentException(
                    "minUsersPerItem must be at least 1, is " + minUsersPerItem);
        }
        if (minItemsPerUser < 1) {
            throw new IllegalArgumentException(
                    "minItemsPerUser must be at least 1, is " + minItemsPerUser);
        }
    }

    public Selection withRows(Rows other) {
        return new Selection(
                other, items, minPlays, minUsersPerItem, minItemsPerUser, likePlays, skipPlays);
    }

    public Selection withItems(Items other) {
        return new Selection(
                rows, other, minPlays, minUsersPerItem, minItemsPerUser, likePlays, skipPlays);
    }

    public Selection withMinPlays(double other) {
        return new Selection(
                rows, items, other, minUsersPerItem, minItemsPerUser, likePlays, skipPlays);
    }

    public Selection withMinUsersPerItem(int other) {
        return new Selection(rows, items, minPlays, other, minItemsPerUser, likePlays, skipPlays);
    }

    public Selection withMinItemsPerUser(int other) {
        return new Selection(rows, items, minPlays, minUsersPerItem, other, likePlays, skipPlays);
    }
}
