package segue.library;

/// Which part of the library becomes a matrix.
///
/// The three minimums are applied together: they hold for every cell, column and row of the result,
/// which may take several rounds of leaving out.
///
/// @param minPlays cells with fewer plays are left out
/// @param minUsersPerItem columns with fewer cells are left out
/// @param minItemsPerUser rows with fewer cells are left out
public record Selection(
        Rows rows, Items items, double minPlays, int minUsersPerItem, int minItemsPerUser) {

    /// Listeners × artists, everything.
    public static final Selection DEFAULTS = new Selection(Rows.LISTENERS, Items.ARTISTS, 0, 1, 1);

    public Selection {
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
        return new Selection(other, items, minPlays, minUsersPerItem, minItemsPerUser);
    }

    public Selection withItems(Items other) {
        return new Selection(rows, other, minPlays, minUsersPerItem, minItemsPerUser);
    }

    public Selection withMinPlays(double other) {
        return new Selection(rows, items, other, minUsersPerItem, minItemsPerUser);
    }

    public Selection withMinUsersPerItem(int other) {
        return new Selection(rows, items, minPlays, other, minItemsPerUser);
    }

    public Selection withMinItemsPerUser(int other) {
        return new Selection(rows, items, minPlays, minUsersPerItem, other);
    }
}
