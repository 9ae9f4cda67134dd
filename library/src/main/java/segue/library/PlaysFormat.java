package segue.library;

import java.util.List;

/// What a reader of a plays file is told beforehand.
///
/// @param columns the columns in order ("listener", "-", "artist", "plays"); empty: the header says
/// @param listener whose plays these are where the file has no listener column
/// @param maxRejects the share of rows that may be broken before the whole file is refused, 0..1
public record PlaysFormat(List<String> columns, String listener, double maxRejects) {

    /// The header says what the columns are; one's own plays are those of "me"; a tenth may be
    /// broken.
    public static final PlaysFormat DEFAULTS = new PlaysFormat(List.of(), "me", 0.1);

    public PlaysFormat {
        columns = List.copyOf(columns);
        if (listener.isBlank()) {
            throw new IllegalArgumentException("listener must not be blank");
        }
        if (!(maxRejects >= 0 && maxRejects <= 1)) {
            throw new IllegalArgumentException("maxRejects must be 0..1, is " + maxRejects);
        }
    }

    public PlaysFormat withColumns(List<String> other) {
        return new PlaysFormat(other, listener, maxRejects);
    }

    public PlaysFormat withListener(String other) {
        return new PlaysFormat(columns, other, maxRejects);
    }

    public PlaysFormat withMaxRejects(double other) {
        return new PlaysFormat(columns, listener, other);
    }
}
