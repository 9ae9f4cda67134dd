package segue.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.SegueException;
import segue.engine.context.TimedLog;
import segue.library.Library;

class HistoriesTest {

    private static final String LOG =
            """
            time,listener,artist,track
            2024-12-30T23:30:00Z,me,Björk,Joga
            2024-12-31T08:00:00Z,me,Björk,Joga
            2025-01-01T08:10:00Z,me,Portishead,Roads
            2025-01-01T08:20:00Z,me,Björk,Hunter
            2025-03-05T20:00:00Z,me,Portishead,Roads
            2025-03-05T20:00:00Z,you,Portishead,Roads
            """;

    @TempDir Path folder;

    @Test
    void addsUpHoursDaysMonthsAndYears() throws IOException {
        try (Library library = TimedLog.of(folder, LOG)) {
            History history = new Histories(library).of("me", ZoneOffset.UTC);
            assertThat(history.plays()).isEqualTo(5);
            assertThat(history.timed()).isEqualTo(5);
            assertThat(history.hours().get(8)).isEqualTo(3);
            assertThat(history.hours().get(23)).isEqualTo(1);
            assertThat(history.weekdays()).containsExactly(1.0, 1.0, 3.0, 0.0, 0.0, 0.0, 0.0);
            assertThat(history.months().getFirst()).isEqualTo(2);
            assertThat(history.months().getLast()).isEqualTo(2);
            assertThat(history.clock().getFirst().get(23)).isEqualTo(1);
            assertThat(history.years())
                    .containsExactly(new History.Year(2024, 2), new History.Year(2025, 3));
            assertThat(history.artists().getFirst().name()).isEqualTo("Björk");
            assertThat(history.artists().getFirst().plays()).isEqualTo(3);
            assertThat(history.overTime().getFirst().months())
                    .containsExactly(
                            new History.Month(YearMonth.of(2024, 12), 2),
                            new History.Month(YearMonth.of(2025, 1), 1));
            assertThat(history.eras()).isEmpty();
        }
    }

    @Test
    void discoveriesAreFirstPlaysAndStreaksAreDaysInARow() throws IOException {
        try (Library library = TimedLog.of(folder, LOG)) {
            History history = new Histories(library).of("me", ZoneOffset.UTC);
            assertThat(history.discoveries())
                    .containsExactly(
                            new History.Discoveries(YearMonth.of(2024, 12), 1, 1),
                            new History.Discoveries(YearMonth.of(2025, 1), 1, 2));
            History.Streaks streaks = history.streaks();
            assertThat(streaks.longest()).isEqualTo(3);
            assertThat(streaks.from()).contains(LocalDate.of(2024, 12, 30));
            assertThat(streaks.to()).contains(LocalDate.of(2025, 1, 1));
            assertThat(streaks.latest()).isEqualTo(1);
            assertThat(streaks.days()).isEqualTo(4);
            assertThat(streaks.busiest()).contains(new History.Day(LocalDate.of(2025, 1, 1), 2));
        }
    }

    @Test
    void anotherZoneMovesHoursAndDays() throws IOException {
        try (Library library = TimedLog.of(folder, LOG)) {
            History history = new Histories(library).of("me", ZoneId.of("Europe/Berlin"));
            assertThat(history.hours().get(0)).isEqualTo(1);
            assertThat(history.hours().get(9)).isEqualTo(3);
            assertThat(history.first()).contains(LocalDate.of(2024, 12, 31));
            assertThat(history.streaks().longest()).isEqualTo(2);
        }
    }

    @Test
    void countsWithoutTimesStillHaveFavourites() throws IOException {
        try (Library library = TimedLog.of(folder, "listener,artist,plays\nme,X,3\nme,Y,5\n")) {
            History history = new Histories(library).of("me", ZoneOffset.UTC);
            assertThat(history.timed()).isZero();
            assertThat(history.plays()).isEqualTo(8);
            assertThat(history.first()).isEmpty();
            assertThat(history.artists().getFirst().name()).isEqualTo("Y");
        }
    }

    @Test
    void anUnknownListenerIsToldSo() throws IOException {
        try (Library library = TimedLog.of(folder, LOG)) {
            assertThatThrownBy(() -> new Histories(library).of("nobody", ZoneOffset.UTC))
                    .isInstanceOf(SegueException.NotFound.class);
        }
    }
}
