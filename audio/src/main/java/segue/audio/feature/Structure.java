package segue.audio.feature;

import java.util.List;

/// The form of a track, in seconds from its first sample. Immutable.
///
/// @param durationSeconds of the whole
/// @param soundStartSeconds where the silence at the beginning ends
/// @param soundEndSeconds where the silence at the end begins
/// @param introEndSeconds where the track comes into its own: before it, it is thinner or without
///     its bass; equal to `soundStartSeconds` when there is no intro
/// @param outroStartSeconds where it thins out for good; equal to `soundEndSeconds` when there is
///     no outro
/// @param sections what the track divides into, in order, without gaps, from sound to silence
/// @param loudest the loudest section
/// @param breakdowns stretches of at least eight seconds within, without the bass or much softer
public record Structure(
        double durationSeconds,
        double soundStartSeconds,
        double soundEndSeconds,
        double introEndSeconds,
        double outroStartSeconds,
        List<Span> sections,
        Span loudest,
        List<Span> breakdowns) {

    /// A stretch of a track, seconds.
    public record Span(double startSeconds, double endSeconds) {
        public Span {
            if (!(startSeconds >= 0 && endSeconds >= startSeconds)) {
                throw new IllegalArgumentException(
                        "no stretch from %s to %s".formatted(startSeconds, endSeconds));
            }
        }

        public double seconds() {
            return endSeconds - startSeconds;
        }
    }

    public Structure {
        sections = List.copyOf(sections);
        breakdowns = List.copyOf(breakdowns);
    }

    /// How long the intro is; a DJ mixes in while it lasts.
    public double introSeconds() {
        return introEndSeconds - soundStartSeconds;
    }

    /// How long the outro is; a DJ mixes out while it lasts.
    public double outroSeconds() {
        return soundEndSeconds - outroStartSeconds;
    }
}
