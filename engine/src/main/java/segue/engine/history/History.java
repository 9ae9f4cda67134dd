package segue.engine.history;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// What a listener listened to, and when. Times are those of the log in the zone asked for.
///
/// @param id of the listener
/// @param zone of all times: "Z" as in the log
/// @param plays all, with and without a time
/// @param timed plays that have a time; all below but the artists and eras counts only these
/// @param first day of a play
/// @param last day of a play
/// @param hours plays by hour of the day, 24 numbers
/// @param weekdays from Monday, 7 numbers
/// @param months of the year, 12 numbers
/// @param clock plays by weekday and hour, 7 × 24 numbers
/// @param years plays by year, those without plays between included
/// @param eras plays by the decade the tracks came out in; empty where no release year is known
/// @param artists the most played, most first
/// @param overTime the first of them month by month
/// @param discoveries artists and tracks played for the first time, by month
/// @param days with plays, in order: the calendar
/// @param streaks days in a row
public record History(
        String id,
        String zone,
        double plays,
        double timed,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        List<Double> hours,
        List<Double> weekdays,
        List<Double> months,
        List<List<Double>> clock,
        List<Year> years,
        List<Era> eras,
        List<Artist> artists,
        List<ArtistOverTime> overTime,
        List<Discoveries> discoveries,
        List<Day> days,
        Streaks streaks) {

    public History {
        hours = List.copyOf(hours);
        weekdays = List.copyOf(weekdays);
        months = List.copyOf(months);
        clock = clock.stream().map(List::copyOf).toList();
        years = List.copyOf(years);
        eras = List.copyOf(eras);
        artists = List.copyOf(artists);
        overTime = List.copyOf(overTime);
        discoveries = List.copyOf(discoveries);
        days = List.copyOf(days);
    }

    public record Year(int year, double plays) {}

    /// @param decade 1990 for the nineties
    public record Era(int decade, double plays) {}

    public record Artist(String id, String name, double plays) {}

    /// One artist, month by month.
    public record ArtistOverTime(String id, String name, List<Month> months) {
        public ArtistOverTime {
            months = List.copyOf(months);
        }
    }

    public record Month(YearMonth month, double plays) {}

    public record Discoveries(YearMonth month, long artists, long tracks) {}

    public record Day(LocalDate day, double plays) {}

    /// Days in a row with plays.
    ///
    /// @param longest how many; 0 without times
    /// @param from its first day
    /// @param to its last day
    /// @param latest how many days in a row up to the last day with plays
    /// @param days with plays in all
    /// @param busiest the day with the most plays
    public record Streaks(
            int longest,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            int latest,
            int days,
            Optional<Day> busiest) {}
}
