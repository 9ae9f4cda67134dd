package segue.engine.recommend;

import java.util.OptionalDouble;
import segue.engine.filter.MusicFilter;
import segue.library.Kind;

/// A wish for what is like one artist or one track of the library.
///
/// @param kind artist or track
/// @param id of what the others shall be like
/// @param n how many, as far as there are so many
/// @param by what likeness goes by
/// @param sound how much sound counts beside plays, 0..1; empty: as `by` says
/// @param model the name of a model; empty: the active one of that kind
/// @param filter what may appear; distances in tempo and key are measured from the one asked about
public record SimilarAsk(
        Kind kind,
        String id,
        int n,
        By by,
        OptionalDouble sound,
        String model,
        MusicFilter filter) {

    /// What likeness goes by.
    public enum By {
        /// Plays where enough people have it, else sound.
        AUTO,
        PLAYS,
        SOUND
    }

    public SimilarAsk {
        if (n < 1) {
            throw new IllegalArgumentException("n must be at least 1, is " + n);
        }
        if (sound.isPresent() && !(sound.getAsDouble() >= 0 && sound.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("sound must be 0..1, is " + sound.getAsDouble());
        }
        if (sound.isPresent() && by != By.AUTO) {
            throw new IllegalArgumentException(
                    "the share of sound goes with 'auto', not with a way that is named");
        }
    }
}
