package segue.library;

import java.time.YearMonth;
import java.util.List;

/// When a listener played what, added up.
///
/// @param undated plays without a time
/// @param quarters quarters of an hour in which something was played, in order
/// @param artists the most played, most first
/// @param months how often the first of them were played in each month
/// @param discoveries what was played for the first time, by month
/// @param eras plays by the decade in which the tracks came out; those of which it is known
public record ListenerPlays(
        double undated,
        List<Quarter> quarters,
        List<Artist> artists,
        List<ArtistMonth> months,
        List<Discoveries> discoveries,
        List<Era> eras) {

    public ListenerPlays {
        quarters = List.copyOf(quarters);
        artists = List.copyOf(artists);
        months = List.copyOf(months);
        discoveries = List.copyOf(discoveries);
        eras = List.copyOf(eras);
    }

    /// @param seconds since 1970 in the time of the log, UTC
    public record Quarter(long seconds, double plays) {}

    /// @param plays all, with and without a time
    public record Artist(String id, String name, double plays) {}

    /// @param id of the artist
    public record ArtistMonth(String id, YearMonth month, double plays) {}

    /// How many artists and tracks were played for the first time in a month.
    public record Discoveries(YearMonth month, long artists, long tracks) {}

    /// @param decade 1990 for the nineties
    public record Era(int decade, double plays) {}
}
