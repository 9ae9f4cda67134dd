package segue.engine.listen;

import java.util.Locale;

/// Why a file was not heard.
///
/// @param text for people: what is wrong, and the way out
record Failure(Kind kind, String text) {

    /// Sorts of failure, each with the words that head its list.
    enum Kind {
        UNREADABLE("not allowed to read"),
        EMPTY("empty"),
        NOT_AUDIO("not audio, or too damaged"),
        TOO_SLOW("took too long"),
        VANISHED("gone while listening"),
        BROKEN_LINK("links that lead nowhere or in circles"),
        STUMBLED("Segue stumbled");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /// What the library stores.
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
