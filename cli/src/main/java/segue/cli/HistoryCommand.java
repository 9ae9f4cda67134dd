package segue.cli;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.history.History;

/// `segue history`
@Command(
        name = "history",
        description = {
            "Show what a listener listened to, and when: hours, weekdays, months and years, the",
            "decades of the music, favourite artists, discoveries, days in a row."
        },
        footer = {
            "",
            "Example:  segue history --listener 50",
            "          segue history --listener me --zone Europe/Berlin --json"
        })
final class HistoryCommand implements Callable<Integer> {

    private static final int TOP = 10;
    private static final int LATEST = 12;

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    @Option(
            names = "--listener",
            paramLabel = "ID",
            required = true,
            description = "A listener of the library.")
    private String listener = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = {
                "Tell hours and days in this time zone: Europe/Berlin, +02:00. Plays are taken",
                "to be noted in UTC. Default: as they were noted."
            })
    private String zone = "Z";

    HistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        History history;
        try (Segue segue =
                Segue.openExisting(common.library(terminal), CommonOptions.options("history"))) {
            history = segue.explore().history(listener, zone());
        }
        if (common.json()) {
            terminal.out().println(Json.of(history));
        } else {
            show(history);
        }
        return ExitCodes.OK;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--zone must be like Europe/Berlin or +02:00, is '%s'".formatted(zone), e);
        }
    }

    private void show(History history) {
        terminal.out()
                .println(
                        "%s: %s plays%s"
                                .formatted(
                                        history.id(),
                                        number(history.plays()),
                                        history.first()
                                                .map(
                                                        day ->
                                                                ", %s to %s"
                                                                        .formatted(
                                                                                day,
                                                                                history.last()
                                                                                        .orElse(
                                                                                                day)))
                                                .orElse("")));
        if (history.timed() == 0) {
            terminal.out()
                    .println("  None of them has a time. Import a log with a column of times.");
        } else {
            times(history);
        }
        chart(
                "By decade of the music",
                history.eras().stream().map(era -> era.decade() + "s").toList(),
                history.eras().stream().map(History.Era::plays).toList());
        List<History.Artist> top = history.artists().stream().limit(TOP).toList();
        chart(
                "Most played",
                top.stream().map(History.Artist::name).toList(),
                top.stream().map(History.Artist::plays).toList());
    }

    private void times(History history) {
        Bars bars = new Bars(terminal);
        terminal.out().println();
        terminal.out().println("  By hour     " + bars.row(history.hours()) + "  0-23 h");
        terminal.out().println("  By weekday  " + bars.row(history.weekdays()) + "  Mon-Sun");
        terminal.out().println("  By month    " + bars.row(history.months()) + "  Jan-Dec");
        int hour = highest(history.hours());
        terminal.out()
                .println(
                        terminal.dim(
                                "  Mostly around %02d:00, on %ss, in %s."
                                        .formatted(
                                                hour,
                                                DayOfWeek.of(highest(history.weekdays()) + 1)
                                                        .getDisplayName(
                                                                TextStyle.FULL, Locale.ENGLISH),
                                                Month.of(highest(history.months()) + 1)
                                                        .getDisplayName(
                                                                TextStyle.FULL, Locale.ENGLISH))));
        History.Streaks streaks = history.streaks();
        terminal.out()
                .println(
                        "  %d days with music; longest streak %d days%s%s."
                                .formatted(
                                        streaks.days(),
                                        streaks.longest(),
                                        streaks.from().map(day -> " from " + day).orElse(""),
                                        streaks.busiest()
                                                .map(
                                                        day ->
                                                                "; most on %s (%s plays)"
                                                                        .formatted(
                                                                                day.day(),
                                                                                number(
                                                                                        day
                                                                                                .plays())))
                                                .orElse("")));
        chart(
                "By year",
                history.years().stream().map(year -> String.valueOf(year.year())).toList(),
                history.years().stream().map(History.Year::plays).toList());
        List<History.Discoveries> latest =
                history.discoveries()
                        .subList(
                                Math.max(0, history.discoveries().size() - LATEST),
                                history.discoveries().size());
        chart(
                "New artists",
                latest.stream().map(month -> month.month().toString()).toList(),
                latest.stream().map(month -> (double) month.artists()).toList());
    }

    private void chart(String title, List<String> names, List<Double> values) {
        if (names.isEmpty()) {
            return;
        }
        terminal.out().println();
        Bars bars = new Bars(terminal);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        Table table = new Table(title, ">", "");
        for (int i = 0; i < names.size(); i++) {
            table.row(names.get(i), number(values.get(i)), bars.bar(values.get(i), most));
        }
        table.print(terminal);
    }

    private static int highest(List<Double> values) {
        return IntStream.range(0, values.size())
                .reduce(0, (a, b) -> values.get(b) > values.get(a) ? b : a);
    }

    private static String number(double plays) {
        return Table.count(Math.round(plays));
    }
}
