package segue.engine.listen;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the path of an untagged file says: `Artist/Album/03 Title.mp3`, `Artist - Title.mp3`.
///
/// @param title never empty
/// @param artist of the name, else of the folders below the place that was named
record PathNames(String title, Optional<String> artist, Optional<String> album) {

    private static final Pattern NUMBER =
            Pattern.compile("^(?:(?:cd|disc|disk)? ?\\d{1,2}[-.])?\\d{1,3}(?:\\s*[-._)]\\s*|\\s+)(?=\\S)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ARTIST = Pattern.compile("^(.+?)\\s+[-–—]\\s+(.+)$");

    static PathNames of(Path file, Path place) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ').strip();
        String bare = NUMBER.matcher(stem).replaceFirst("").strip();
        Matcher both = ARTIST.matcher(bare.isEmpty() ? stem : bare);
        Path folder = file.getParent();
        Optional<String> inner = below(folder, place);
        Optional<String> outer = below(folder == null ? null : folder.getParent(), place);
        if (both.matches()) {
            String title = NUMBER.matcher(both.group(2)).replaceFirst("").strip();
            return new PathNames(
                    title.isEmpty() ? both.group(2) : title,
                    Optional.of(both.group(1).strip()),
                    outer.isPresent() ? inner : Optional.empty());
        }
        String title = bare.isEmpty() ? stem : bare;
        return new PathNames(
                title.isEmpty() ? name : title,
                outer.or(() -> inner),
                outer.isPresent() ? inner : Optional.empty());
    }

    private static Optional<String> below(@Nullable Path folder, Path place) {
        return folder != null && folder.startsWith(place) && !folder.equals(place)
                ? Optional.of(String.valueOf(folder.getFileName()).replace('_', ' ').strip())
                : Optional.empty();
    }
}
