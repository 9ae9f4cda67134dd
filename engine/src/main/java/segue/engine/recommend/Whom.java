package segue.engine.recommend;

import java.util.List;
import java.util.Optional;

/// Whom a list is for: a listener of the library, a taste in names, both, or a newcomer of whom
/// nothing is known.
///
/// @param listener the id of a listener, or of a playlist if the model is of playlists
/// @param like artists or tracks, as people type them
/// @param notLike artists or tracks that speak against what is like them, and that are not shown
public record Whom(Optional<String> listener, List<String> like, List<String> notLike) {

    /// Nothing is known.
    public static final Whom NEWCOMER = new Whom(Optional.empty(), List.of(), List.of());

    public Whom {
        like = List.copyOf(like);
        notLike = List.copyOf(notLike);
        if (listener.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("the listener's name is empty");
        }
        for (String name : List.of(like, notLike).stream().flatMap(List::stream).toList()) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("the name of something (not) liked is empty");
            }
        }
    }

    public static Whom listener(String id) {
        return NEWCOMER.withListener(id);
    }

    /// Someone who likes these.
    public static Whom likes(List<String> names) {
        return NEWCOMER.withLike(names);
    }

    public Whom withListener(String id) {
        return new Whom(Optional.of(id), like, notLike);
    }

    public Whom withLike(List<String> names) {
        return new Whom(listener, names, notLike);
    }

    public Whom withNotLike(List<String> names) {
        return new Whom(listener, like, names);
    }

    /// Whether nothing is said of them.
    public boolean isNewcomer() {
        return listener.isEmpty() && like.isEmpty();
    }
}
