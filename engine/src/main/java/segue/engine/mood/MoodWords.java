package segue.engine.mood;

import java.util.List;

/// A mood as people see it.
///
/// @param words how it is defined
public record MoodWords(String name, String words) {

    /// All moods, by name.
    public static List<MoodWords> all() {
        return Mood.ALL.stream().map(mood -> new MoodWords(mood.name(), mood.words())).toList();
    }
}
