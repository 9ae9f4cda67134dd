package segue.library;

import java.time.LocalDateTime;
import java.util.List;

/// What a listener played within an hour.
///
/// @param listener its outside id
/// @param at the first of the plays
/// @param items outside ids, each once, in order
public record TimedCase(String listener, LocalDateTime at, List<String> items) {

    public TimedCase {
        items = List.copyOf(items);
    }
}
