package segue.engine.context;

import segue.library.TimeSlots;

/// The circles that a time has a place on.
enum Part {
    HOUR(0, TimeSlots.HOURS),
    WEEKDAY(TimeSlots.HOURS, TimeSlots.HOURS + TimeSlots.WEEKDAYS),
    MONTH(TimeSlots.HOURS + TimeSlots.WEEKDAYS, TimeSlots.COUNT);

    static final int COUNT = values().length;

    private final int from;
    private final int to;

    Part(int from, int to) {
        this.from = from;
        this.to = to;
    }

    /// The first slot.
    int from() {
        return from;
    }

    /// Behind the last slot.
    int to() {
        return to;
    }

    /// Which part a slot belongs to, as a place in an array.
    static int of(int slot) {
        if (slot < HOUR.to) {
            return 0;
        }
        return slot < WEEKDAY.to ? 1 : 2;
    }
}
