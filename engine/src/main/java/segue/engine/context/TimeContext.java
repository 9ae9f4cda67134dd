package segue.engine.context;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.library.Items;
import segue.library.Library;
import segue.library.OwnSlots;

/// What was learned from the times of the plays in a library, as they were at one moment of its
/// growth. Immutable and thread-safe.
final class TimeContext {

    private final Library library;
    private final Items items;
    private final Optional<LocalDateTime> before;
    private final ContextSettings settings;
    private final SlotProfiles profiles;

    /// @param before only earlier plays are learned from; empty: all
    TimeContext(
            Library library,
            Items items,
            Optional<LocalDateTime> before,
            ContextSettings settings) {
        this.library = library;
        this.items = items;
        this.before = before;
        this.settings = settings;
        this.profiles = new SlotProfiles(library.slotCounts(items, before));
    }

    /// Whether any play has a time.
    boolean known() {
        return profiles.plays() > 0;
    }

    /// One listener at one moment.
    ///
    /// @param listener empty: everybody
    Now now(Optional<String> listener, LocalDateTime moment) {
        List<OwnSlots> own =
                listener.map(id -> library.ownSlots(id, items, before)).orElse(List.of());
        return now(own, moment);
    }

    /// The same for what a listener played, read before.
    Now now(List<OwnSlots> own, LocalDateTime moment) {
        SlotWeights weights = settings.nearness().to(moment);
        return new Now(new Habits(profiles, weights, own, settings.ownShrinkage()));
    }

    /// What holds for one listener at one moment.
    final class Now {

        private final Habits habits;

        private Now(Habits habits) {
            this.habits = habits;
        }

        /// The logarithm of how much likelier an item is now than at any time.
        double log(String item) {
            return ContextSettings.log(habits.ratios(item), settings.strength());
        }

        /// Whether any of the listener's plays has a time.
        boolean hasHabits() {
            return !habits.items().isEmpty();
        }

        /// The part of it that the hour has.
        double hour(String item) {
            return StrictMath.log(habits.ratios(item)[0]);
        }

        /// How much more, or less, what the listener played counts now: item → factor.
        Map<String, Double> weights() {
            Map<String, Double> weights = new LinkedHashMap<>();
            for (String item : habits.items()) {
                weights.put(
                        item,
                        StrictMath.exp(ContextSettings.log(habits.ratios(item), settings.taste())));
            }
            return weights;
        }
    }
}
