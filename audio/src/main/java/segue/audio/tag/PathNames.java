package segue.audio.tag;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the path of an untagged file tells: `Artist - Title.ext`, `Artist/Album/01 Title.ext`.
///
/// @param title the name of the file without what was recognised in it
record PathNames(
        Optional<String> title,
        Optional<String> artist,
        Optional<String> album,
        OptionalInt track) {

    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    /// A track number says so by a zero in front, a sign behind it, or by being of an album's
    /// size.
    private static final Pattern NUMBER =
            Pattern.compile("^(0\\d{1,2}|\\d{1,3}(?=[._-])|[1-3]\\d(?= ))[ ._-]+(?=\\D)");

    private static final Pattern ARTIST = Pattern.compile("^(.+?) [-–] (.+)$");

    /// @param path below the folder that holds the whole collection: `Artist/Album/01
    ///   Title.ext`
    static PathNames of(Path path) {
        int depth = path.getNameCount();
        String name = ENDING.matcher(path.getName(depth - 1).toString()).replaceFirst("");
        OptionalInt track = OptionalInt.empty();
        Matcher number = NUMBER.matcher(name);
        if (number.find()) {
            track = TagText.position(number.group(1));
            name = name.substring(number.end());
        }
        if (!name.contains(" ")) {
            name = name.replace('_', ' ');
        }
        Optional<String> artist = Optional.empty();
        Matcher parts = ARTIST.matcher(name);
        if (parts.matches()) {
            artist = TagText.clean(parts.group(1));
            name = parts.group(2);
        }
        Optional<String> album = Optional.empty();
        if (depth >= 3) {
            album = TagText.clean(path.getName(depth - 2).toString());
            artist = artist.or(() -> TagText.clean(path.getName(depth - 3).toString()));
        }
        return new PathNames(TagText.clean(name), artist, album, track);
    }
}
