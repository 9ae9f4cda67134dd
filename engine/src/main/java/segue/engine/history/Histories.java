package segue.engine.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import segue.engine.names.Finder;
import segue.library.Entry;
import segue.library.Kind;
import segue.library.Library;
import segue.library.ListenerPlays;

/// Tells what listeners listened to, and when.
public final class Histories {

    private static final int ARTISTS = 20;
    private static final int FOLLOWED = 8;

    private final Library library;

    public Histories(Library library) {
        this.library = library;
    }

    /// @param listener as people type it
    /// @param zone in which hours and days are told; times without a zone are taken for UTC
    /// @throws segue.core.run.SegueException.NotFound for an unknown listener
    public History of(String listener, ZoneId zone) {
        Entry who = new Finder(library).find(Kind.LISTENER, listener);
        long shift = zone.getRules().getStandardOffset(Instant.EPOCH).getTotalSeconds();
        ListenerPlays plays = library.listenerPlays(who.id(), shift, ARTISTS, FOLLOWED);
        double[] hours = new double[24];
        double[] weekdays = new double[7];
        double[] months = new double[12];
        double[][] clock = new double[7][24];
        TreeMap<LocalDate, Double> days = new TreeMap<>();
        TreeMap<Integer, Double> years = new TreeMap<>();
        double timed = 0;
        for (ListenerPlays.Quarter quarter : plays.quarters()) {
            ZonedDateTime at = Instant.ofEpochSecond(quarter.seconds()).atZone(zone);
            int weekday = at.getDayOfWeek().getValue() - 1;
            hours[at.getHour()] += quarter.plays();
            weekdays[weekday] += quarter.plays();
            months[at.getMonthValue() - 1] += quarter.plays();
            clock[weekday][at.getHour()] += quarter.plays();
            days.merge(at.toLocalDate(), quarter.plays(), Double::sum);
            years.merge(at.getYear(), quarter.plays(), Double::sum);
            timed += quarter.plays();
        }
        List<History.Day> calendar =
                days.entrySet().stream()
                        .map(day -> new History.Day(day.getKey(), day.getValue()))
                        .toList();
        return new History(
                who.id(),
                zone.getId(),
                timed + plays.undated(),
                timed,
                days.isEmpty() ? Optional.empty() : Optional.of(days.firstKey()),
                days.isEmpty() ? Optional.empty() : Optional.of(days.lastKey()),
                boxed(hours),
                boxed(weekdays),
                boxed(months),
                Arrays.stream(clock).map(Histories::boxed).toList(),
                years(years),
                plays.eras().stream().map(e -> new History.Era(e.decade(), e.plays())).toList(),
                plays.artists().stream()
                        .map(a -> new History.Artist(a.id(), a.name(), a.plays()))
                        .toList(),
                overTime(plays),
                plays.discoveries().stream()
                        .map(d -> new History.Discoveries(d.month(), d.artists(), d.tracks()))
                        .toList(),
                calendar,
                streaks(calendar));
    }

    private static List<History.Year> years(NavigableMap<Integer, Double> plays) {
        List<History.Year> years = new ArrayList<>();
        if (!plays.isEmpty()) {
            for (int year = plays.firstKey(); year <= plays.lastKey(); year++) {
                years.add(new History.Year(year, plays.getOrDefault(year, 0.0)));
            }
        }
        return years;
    }

    private static List<History.ArtistOverTime> overTime(ListenerPlays plays) {
        Map<String, List<History.Month>> byArtist = new LinkedHashMap<>();
        plays.months()
                .forEach(
                        m ->
                                byArtist.computeIfAbsent(m.id(), _ -> new ArrayList<>())
                                        .add(new History.Month(m.month(), m.plays())));
        return plays.artists().stream()
                .filter(artist -> byArtist.containsKey(artist.id()))
                .map(
                        artist ->
                                new History.ArtistOverTime(
                                        artist.id(),
                                        artist.name(),
                                        byArtist.getOrDefault(artist.id(), List.of())))
                .toList();
    }

    static History.Streaks streaks(List<History.Day> days) {
        int longest = 0;
        int run = 0;
        Optional<LocalDate> to = Optional.empty();
        LocalDate before = LocalDate.MIN;
        for (History.Day day : days) {
            run = before.equals(day.day().minusDays(1)) ? run + 1 : 1;
            before = day.day();
            if (run > longest) {
                longest = run;
                to = Optional.of(before);
            }
        }
        int length = longest;
        return new History.Streaks(
                longest,
                to.map(day -> day.minusDays(length - 1L)),
                to,
                run,
                days.size(),
                days.stream()
                        .max(
                                Comparator.comparingDouble(History.Day::plays)
                                        .thenComparing(
                                                History.Day::day, Comparator.reverseOrder())));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
