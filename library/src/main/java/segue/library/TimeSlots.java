package segue.library;

import java.time.LocalDateTime;

/// Where a time stands in the day, the week and the year: three slots of a row of [#COUNT]. Hours
/// of weekends are apart from those of working days.
public final class TimeSlots {

    /// Slots of the hours: first those of working days, then those of weekends.
    public static final int HOURS = 48;

    /// Slots of the days of the week, from Monday.
    public static final int WEEKDAYS = 7;

    public static final int MONTHS = 12;

    public static final int COUNT = HOURS + WEEKDAYS + MONTHS;

    private TimeSlots() {}

    /// The slot of the hour, 0..47.
    public static int hour(LocalDateTime time) {
        return time.getHour() + (isWeekend(time) ? 24 : 0);
    }

    /// The slot of the weekday, from [#HOURS].
    public static int weekday(LocalDateTime time) {
        return HOURS + time.getDayOfWeek().getValue() - 1;
    }

    /// The slot of the month, behind the weekdays.
    public static int month(LocalDateTime time) {
        return HOURS + WEEKDAYS + time.getMonthValue() - 1;
    }

    public static boolean isWeekend(LocalDateTime time) {
        return time.getDayOfWeek().getValue() >= 6;
    }
}
