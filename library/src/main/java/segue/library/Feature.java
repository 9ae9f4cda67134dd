package segue.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The audio features of a track, by Spotify's names and in its units.
public enum Feature {
    POPULARITY(0, 100),
    DANCEABILITY(0, 1),
    ENERGY(0, 1),
    KEY(0, 11),
    LOUDNESS(-100, 20),
    MODE(0, 1),
    SPEECHINESS(0, 1),
    ACOUSTICNESS(0, 1),
    INSTRUMENTALNESS(0, 1),
    LIVENESS(0, 1),
    VALENCE(0, 1),
    TEMPO(0, 400),
    DURATION_MS(0, 86_400_000),
    TIME_SIGNATURE(0, 12);

    private final double low;
    private final double high;

    Feature(double low, double high) {
        this.low = low;
        this.high = high;
    }

    /// The smallest value it can have.
    public double low() {
        return low;
    }

    /// The largest.
    public double high() {
        return high;
    }

    /// "duration_ms": its name in files, in the library and for people.
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its place in the order of all, from 0: the column of a matrix. The order of the constants is
    /// that of the columns, by design.
    @SuppressWarnings("EnumOrdinal")
    public int place() {
        return ordinal();
    }

    /// The names of all, in order.
    public static List<String> columns() {
        return List.of(values()).stream().map(Feature::column).toList();
    }

    /// The feature of that name.
    public static Optional<Feature> of(String column) {
        return List.of(values()).stream().filter(f -> f.column().equals(column)).findFirst();
    }
}
