package segue.engine.context;

import java.util.List;
import segue.library.TimeSlots;

/// How much each slot of time counts at a moment.
///
/// @param values one for each of [TimeSlots#COUNT] slots
record SlotWeights(List<Double> values) {

    SlotWeights {
        values = List.copyOf(values);
        if (values.size() != TimeSlots.COUNT) {
            throw new IllegalArgumentException(
                    "%d slots, but %d weights".formatted(TimeSlots.COUNT, values.size()));
        }
    }

    double at(int slot) {
        return values.get(slot);
    }
}
