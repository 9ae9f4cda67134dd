package segue.core.data;

/// Who has to do with what, and since when they last did. Immutable and thread-safe.
///
/// @param interactions counts
/// @param times of their cells; [Times#UNKNOWN] where nobody noted one
public record DatedInteractions(Interactions interactions, Times times) {

    /// Nobody noted a time.
    public static DatedInteractions undated(Interactions interactions) {
        return new DatedInteractions(interactions, Times.none(interactions.matrix()));
    }

    public DatedInteractions {
        if (times.size() != interactions.matrix().entries()) {
            throw new IllegalArgumentException(
                    "%d times do not fit %s".formatted(times.size(), interactions.matrix()));
        }
    }
}
