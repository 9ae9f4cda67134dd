package segue.core.train;

/// The one check of settings.
final class Check {

    private Check() {}

    /// @param message with one `%s` for the value found
    /// @throws IllegalArgumentException unless it holds
    static void that(boolean holds, String message, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(value));
        }
    }
}
