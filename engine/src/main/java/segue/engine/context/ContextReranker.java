package segue.engine.context;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import segue.library.FeatureSource;
import segue.library.Items;
import segue.library.Library;

/// Says what suits a moment: learned from the times of plays, and from what an activity asks of
/// music. Thread-safe; what is read of the library is kept until the library grows, so keep the
/// object.
public final class ContextReranker {

    /// From this on a reason is given: so much likelier than at any time, natural logarithm.
    private static final double CLEARLY = StrictMath.log(1.25);

    private static final double SUITS = .6;

    private final Library library;
    private @Nullable Known known;

    public ContextReranker(Library library) {
        this.library = library;
    }

    /// What the moment changes about each candidate.
    ///
    /// @param listener whose habits count; empty: everybody's
    /// @param items what the candidates are
    /// @param candidates outside ids; unknown ones are left as they are
    public Boosts boosts(
            Optional<String> listener, Items items, List<String> candidates, Moment moment) {
        if (moment.isAny()) {
            return new Boosts(Collections.nCopies(candidates.size(), Boosts.Boost.NONE), List.of());
        }
        Known now = known();
        List<String> notes = new ArrayList<>();
        double[] logs = new double[candidates.size()];
        String[] reasons = new String[candidates.size()];
        moment.at()
                .ifPresent(at -> time(now, listener, items, candidates, at, logs, reasons, notes));
        moment.activity()
                .ifPresent(what -> activity(now, items, candidates, what, logs, reasons, notes));
        List<Boosts.Boost> boosts = new ArrayList<>();
        for (int i = 0; i < logs.length; i++) {
            boosts.add(new Boosts.Boost(logs[i], Optional.ofNullable(reasons[i])));
        }
        return new Boosts(boosts, notes);
    }

    /// How much more, or less, than usual each item of a listener's history counts at the moment:
    /// multiply the weights of the history by these before a taste is made of it. Items that are
    /// not here count as usual.
    public Map<String, Double> weights(String listener, Items items, Moment moment) {
        Optional<LocalDateTime> at = moment.at();
        if (at.isEmpty()) {
            return Map.of();
        }
        TimeContext times = known().times(items);
        return times.known() ? times.now(Optional.of(listener), at.get()).weights() : Map.of();
    }

    private static void time(
            Known known,
            Optional<String> listener,
            Items items,
            List<String> candidates,
            LocalDateTime at,
            double[] logs,
            @Nullable String[] reasons,
            List<String> notes) {
        TimeContext times = known.times(items);
        if (!times.known()) {
            notes.add("No play in the library has a time, so the hour changes nothing.");
            return;
        }
        TimeContext.Now now = times.now(listener, at);
        if (listener.isPresent() && !now.hasHabits()) {
            notes.add(
                    "Nothing is known of when %s plays; everybody's habits count."
                            .formatted(listener.get()));
        }
        String clock = DateTimeFormatter.ofPattern("HH:mm").format(at);
        for (int i = 0; i < logs.length; i++) {
            String item = candidates.get(i);
            logs[i] += now.log(item);
            if (now.hour(item) > CLEARLY) {
                reasons[i] = "played more than usual around " + clock;
            }
        }
    }

    private static void activity(
            Known known,
            Items items,
            List<String> candidates,
            Activity activity,
            double[] logs,
            @Nullable String[] reasons,
            List<String> notes) {
        ActivityFit fits = known.fit(activity, items);
        int unknown = 0;
        for (int i = 0; i < logs.length; i++) {
            String item = candidates.get(i);
            double fit = fits.of(item);
            unknown += Double.isNaN(fit) ? 1 : 0;
            logs[i] += ActivityFit.log(fit);
            if (fit >= SUITS) {
                reasons[i] =
                        fits.measured(item)
                                ? "sounds %s, for %s".formatted(activity.meaning(), activity.word())
                                : "tagged as music for " + activity.word();
            }
        }
        if (unknown == logs.length && unknown > 0) {
            notes.add(
                    "Nothing is known of how this music sounds, and no tag tells, so '%s' changes nothing. Listen to the files with: segue listen FOLDER"
                            .formatted(activity.word()));
        } else if (unknown > 0) {
            notes.add(
                    "Of %d of %d candidates neither features nor tags tell whether they suit '%s'; they stay where they are."
                            .formatted(unknown, logs.length, activity.word()));
        }
    }

    private synchronized Known known() {
        long revision = library.revision();
        Known now = known;
        if (now == null || now.revision != revision) {
            now = new Known(library, revision);
            known = now;
        }
        return now;
    }

    /// What was read of one revision of a library, each when it is first asked for.
    private static final class Known {

        private final Library library;
        private final long revision;
        private final Map<Items, TimeContext> times = new EnumMap<>(Items.class);
        private final Map<Items, Map<Activity, ActivityFit>> fits = new EnumMap<>(Items.class);

        Known(Library library, long revision) {
            this.library = library;
            this.revision = revision;
        }

        synchronized TimeContext times(Items items) {
            return times.computeIfAbsent(
                    items,
                    _ ->
                            new TimeContext(
                                    library, items, Optional.empty(), ContextSettings.DEFAULTS));
        }

        synchronized ActivityFit fit(Activity activity, Items items) {
            return fits.computeIfAbsent(items, _ -> new EnumMap<>(Activity.class))
                    .computeIfAbsent(
                            activity,
                            _ ->
                                    ActivityFit.of(
                                            activity,
                                            items,
                                            library.trackFeatures(FeatureSource.HEARD),
                                            items == Items.ARTISTS
                                                    ? library.featuredArtists()
                                                    : Map.of(),
                                            library.tagVotes(
                                                    items, activity.tags(), activity.against())));
        }
    }
}
