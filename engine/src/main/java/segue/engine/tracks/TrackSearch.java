package segue.engine.tracks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import segue.engine.names.Folding;
import segue.engine.tracks.TrackLine.Column;
import segue.library.Feature;

/// Asks a table of music: filtered, sorted, page by page. Orders are made when first asked for and
/// kept. Thread-safe.
public final class TrackSearch {

    private final TrackTable table;
    private final Map<Column, long[]> orders = new EnumMap<>(Column.class);

    public TrackSearch(TrackTable table) {
        this.table = table;
    }

    public TrackTable table() {
        return table;
    }

    /// A page of the table.
    ///
    /// @param next where the next page begins; empty after the last
    /// @param total how many tracks fit in all
    public record Page(List<TrackLine> items, String next, int total) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /// The tracks that fit a question, sorted.
    ///
    /// @param query as [TrackQuery] reads it
    /// @param sort the name of a column, with `-` before it from the greatest down; empty: the most
    ///   played first. What is not known comes last
    /// @param cursor of the page before; empty: the first page
    /// @throws IllegalArgumentException for a query, column or cursor that makes no sense
    public Page page(String query, String sort, String cursor, int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit must be 1..1000, is " + limit);
        }
        IntPredicate fits = TrackQuery.parse(query).on(table);
        boolean falling = sort.isEmpty() || sort.startsWith("-");
        long[] order = order(column(sort.startsWith("-") ? sort.substring(1) : sort));
        int after = cursor.isEmpty() ? -1 : row(cursor);
        boolean begun = after < 0;
        int total = 0;
        int last = -1;
        boolean more = false;
        List<TrackLine> items = new ArrayList<>();
        // Unknown values stand at the end in both directions.
        int known = order.length - (int) (order.length == 0 ? 0 : unknown(order));
        for (int i = 0; i < order.length; i++) {
            int row = (int) order[falling && i < known ? known - 1 - i : i];
            if (fits.test(row)) {
                total++;
                if (begun && items.size() < limit) {
                    items.add(table.line(row));
                    last = row;
                } else if (begun) {
                    more = true;
                }
            }
            begun |= row == after;
        }
        return new Page(items, more ? cursor(last) : "", total);
    }

    /// Every fitting row in the order of a column, without pages.
    public int[] rows(String query) {
        IntPredicate fits = TrackQuery.parse(query).on(table);
        return IntStream.range(0, table.size()).filter(fits).toArray();
    }

    private String cursor(int row) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(table.id(row).getBytes(StandardCharsets.UTF_8));
    }

    private int row(String cursor) {
        String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        return table.row(id)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the cursor is of a list that has changed; ask for the first page again"));
    }

    private static Column column(String name) {
        if (name.isEmpty()) {
            return Column.PLAYS;
        }
        try {
            return Column.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "sort must be one of %s, is '%s'"
                            .formatted(
                                    String.join(
                                            ", ",
                                            Arrays.stream(Column.values())
                                                    .map(c -> c.name().toLowerCase(Locale.ROOT))
                                                    .toList()),
                                    name),
                    e);
        }
    }

    private static final int NOT_KNOWN = Integer.MAX_VALUE;

    private static long unknown(long[] order) {
        return Arrays.stream(order).filter(key -> key >> 32 == NOT_KNOWN).count();
    }

    /// Rows in rising order, each with its place in the upper half; ties by row, that is by id.
    private synchronized long[] order(Column column) {
        return orders.computeIfAbsent(column, this::sorted);
    }

    private long[] sorted(Column column) {
        long[] keys = new long[table.size()];
        switch (column) {
            case TITLE -> {
                Dictionary titles = new Dictionary();
                int[] number = new int[keys.length];
                Arrays.setAll(number, row -> titles.number(Folding.fold(table.title(row))));
                fill(keys, titles.places(), row -> number[row]);
            }
            case ARTIST -> fill(keys, table.artists().places(), table::artistNumber);
            case ALBUM -> fill(keys, table.albums().places(), table::albumNumber);
            case GENRE -> fill(keys, table.genreSets().places(), table::genreNumber);
            default -> {
                for (int row = 0; row < keys.length; row++) {
                    keys[row] = ((long) rising(number(column, row)) << 32) | row;
                }
            }
        }
        Arrays.sort(keys);
        return keys;
    }

    private interface Place {
        int of(int row);
    }

    private static void fill(long[] keys, int[] places, Place number) {
        for (int row = 0; row < keys.length; row++) {
            keys[row] = ((long) places[number.of(row)] << 32) | row;
        }
    }

    private double number(Column column, int row) {
        return switch (column) {
            case YEAR -> table.year(row) == 0 ? Double.NaN : table.year(row);
            case PLAYS -> table.plays(row);
            case PLAYABLE -> table.playable(row) ? 1 : 0;
            case KEY ->
                    table.key(row)
                            .map(
                                    key -> {
                                        String name = key.camelot();
                                        int end = name.length() - 1;
                                        return 2.0 * Integer.parseInt(name.substring(0, end))
                                                + (name.charAt(end) == 'B' ? 1 : 0);
                                    })
                            .orElse(Double.NaN);
            default -> table.feature(row, column.feature());
        };
    }

    /// Integers in the order of the numbers; NaN last.
    private static int rising(double number) {
        if (Double.isNaN(number)) {
            return NOT_KNOWN;
        }
        int bits = Float.floatToIntBits((float) number);
        return Math.min(NOT_KNOWN - 1, bits >= 0 ? bits : bits ^ NOT_KNOWN);
    }

    /// Whether features of any track are known.
    public boolean hasFeatures() {
        for (int row = 0; row < table.size(); row++) {
            if (!Double.isNaN(table.feature(row, Feature.ENERGY))) {
                return true;
            }
        }
        return false;
    }
}
