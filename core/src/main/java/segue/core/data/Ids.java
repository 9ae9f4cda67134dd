package segue.core.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The outside identities of one axis of a matrix: id ↔ row. The only place where the two are
/// translated. Immutable and thread-safe.
public final class Ids {

    private final String[] ids;
    private final Map<String, Integer> rows;

    private Ids(String[] ids) {
        this.ids = ids;
        this.rows = HashMap.newHashMap(ids.length);
        for (int row = 0; row < ids.length; row++) {
            Integer before = rows.put(ids[row], row);
            if (before != null) {
                throw new IllegalArgumentException(
                        "id '%s' stands in row %d and again in row %d"
                                .formatted(ids[row], before, row));
            }
        }
    }

    /// @throws IllegalArgumentException if an id repeats
    public static Ids of(List<String> ids) {
        return new Ids(ids.toArray(String[]::new));
    }

    public int size() {
        return ids.length;
    }

    /// The id of a row.
    public String id(int row) {
        return ids[row];
    }

    /// The row of an id, if it has one.
    public OptionalInt row(String id) {
        Integer row = rows.get(id);
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /// All ids in the order of their rows.
    public List<String> all() {
        return Collections.unmodifiableList(Arrays.asList(ids));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ids that && Arrays.equals(ids, that.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return ids.length + " ids";
    }
}
