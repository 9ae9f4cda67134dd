package segue.engine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import segue.library.Library;

/// Something computed from a library, kept until the library changes. Thread-safe: one computes,
/// the others wait for it; who holds an older value keeps it.
///
/// @param <T> immutable
final class Fresh<T> {

    private record Made<T>(String stamp, T value) {}

    private final Function<Library, T> recipe;
    private @Nullable Made<T> made;

    Fresh(Function<Library, T> recipe) {
        this.recipe = recipe;
    }

    synchronized T of(Library library) {
        String stamp = library.stamp();
        Made<T> old = made;
        if (old != null && old.stamp().equals(stamp)) {
            return old.value();
        }
        T value = recipe.apply(library);
        made = new Made<>(stamp, value);
        return value;
    }
}
