package segue.engine.context;

import java.time.LocalDateTime;
import java.util.Optional;

/// When someone listens, and what they do meanwhile; either may be unsaid.
///
/// @param at the time by the clock that the plays of the library were noted by
/// @param activity what they do
public record Moment(Optional<LocalDateTime> at, Optional<Activity> activity) {

    /// Nothing is said: no list changes.
    public static final Moment ANY = new Moment(Optional.empty(), Optional.empty());

    public static Moment at(LocalDateTime time) {
        return new Moment(Optional.of(time), Optional.empty());
    }

    public static Moment during(Activity activity) {
        return new Moment(Optional.empty(), Optional.of(activity));
    }

    /// Whether nothing is said.
    public boolean isAny() {
        return at.isEmpty() && activity.isEmpty();
    }
}
