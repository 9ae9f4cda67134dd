package segue.audio.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagException;

/// The tag library, silent and never fatal.
final class Jaudiotagger {

    /// Kept, since a logger that nobody holds forgets that it was silenced.
    private static final Logger LOGGER = Logger.getLogger("org.jaudiotagger");

    static {
        LOGGER.setLevel(Level.OFF);
    }

    private static final List<FieldKey> WANTED =
            List.of(
                    FieldKey.TITLE,
                    FieldKey.ARTIST,
                    FieldKey.ARTISTS,
                    FieldKey.ALBUM,
                    FieldKey.ALBUM_ARTIST,
                    FieldKey.TRACK,
                    FieldKey.YEAR,
                    FieldKey.GENRE,
                    FieldKey.BPM,
                    FieldKey.KEY,
                    FieldKey.MUSICBRAINZ_TRACK_ID,
                    FieldKey.MUSICBRAINZ_ARTISTID,
                    FieldKey.MUSICBRAINZ_RELEASEID,
                    FieldKey.ISRC);

    private Jaudiotagger() {}

    static AudioFile open(Path file)
            throws CannotReadException,
                    IOException,
                    TagException,
                    ReadOnlyFileException,
                    InvalidAudioFrameException {
        return AudioFileIO.read(file.toFile());
    }

    /// All wanted values of a file; none where the library cannot read it, for whatever reason:
    /// a file it trips over is read another way.
    static Map<FieldKey, List<String>> read(Path file) {
        Map<FieldKey, List<String>> found = new EnumMap<>(FieldKey.class);
        try {
            Tag tag = open(file).getTag();
            if (tag != null) {
                for (FieldKey key : WANTED) {
                    List<String> values = values(tag, key);
                    if (!values.isEmpty()) {
                        found.put(key, values);
                    }
                }
            }
        } catch (CannotReadException
                | IOException
                | TagException
                | ReadOnlyFileException
                | InvalidAudioFrameException
                | RuntimeException
                | OutOfMemoryError e) {
            // The last one is a frame that claims to be larger than the memory.
            return Map.of();
        }
        return found;
    }

    private static List<String> values(Tag tag, FieldKey key) {
        try {
            return tag.getAll(key).stream().filter(value -> !value.isBlank()).toList();
        } catch (RuntimeException e) {
            // Formats that know no such field say so this way.
            return List.of();
        }
    }
}
