package segue.engine.context;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import segue.library.TimeSlots;

/// How near the slots of time are to a moment, around the clock, the week and the year: Gaussian
/// kernels on circles.
///
/// @param hours how far apart times of the day are that say little of each other
/// @param otherDays how much hours of a working day say of the same hours of a weekend, 0..1
/// @param months how far apart months are that say little of each other
record Nearness(double hours, double otherDays, double months) {

    static final Nearness DEFAULTS = new Nearness(1.5, .5, .8);

    /// How much other weekdays say, if both are working days or both are not.
    private static final double SAME_KIND_OF_DAY = .3;

    Nearness {
        if (!(hours > 0) || !(months > 0) || !(otherDays >= 0 && otherDays <= 1)) {
            throw new IllegalArgumentException(
                    "hours and months must be above 0 and otherDays in 0..1, are %s, %s, %s"
                            .formatted(hours, months, otherDays));
        }
    }

    /// The shorter way round from one place of a circle to another.
    static double apart(double one, double other, double around) {
        double way = Math.abs(one - other) % around;
        return Math.min(way, around - way);
    }

    /// The weight of each slot, 0..1.
    SlotWeights to(LocalDateTime moment) {
        boolean weekend = TimeSlots.isWeekend(moment);
        double hour = moment.getHour() + moment.getMinute() / 60.0;
        int weekday = moment.getDayOfWeek().getValue() - 1;
        double month =
                moment.getMonthValue()
                        - 1
                        + (moment.getDayOfMonth() - .5) / moment.toLocalDate().lengthOfMonth();
        Double[] weights = new Double[TimeSlots.COUNT];
        for (int slot = 0; slot < TimeSlots.HOURS; slot++) {
            boolean same = slot >= 24 == weekend;
            weights[slot] = bell(apart(slot % 24 + .5, hour, 24), hours) * (same ? 1 : otherDays);
        }
        for (int day = 0; day < TimeSlots.WEEKDAYS; day++) {
            double other = day >= 5 == weekend ? SAME_KIND_OF_DAY : 0;
            weights[TimeSlots.HOURS + day] = day == weekday ? 1 : other;
        }
        for (int m = 0; m < TimeSlots.MONTHS; m++) {
            weights[TimeSlots.HOURS + TimeSlots.WEEKDAYS + m] =
                    bell(apart(m + .5, month, 12), months);
        }
        return new SlotWeights(List.copyOf(Arrays.asList(weights)));
    }

    private static double bell(double way, double width) {
        return StrictMath.exp(-way * way / (2 * width * width));
    }
}
