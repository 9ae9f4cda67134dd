package segue.audio.tag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.jaudiotagger.audio.exceptions.CannotReadException;
import org.jaudiotagger.audio.exceptions.InvalidAudioFrameException;
import org.jaudiotagger.audio.exceptions.ReadOnlyFileException;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.TagException;
import org.jaudiotagger.tag.images.Artwork;

/// The picture that a file of music carries.
///
/// @param type "image/jpeg", "image/png", "image/gif" or "image/webp", as its bytes say
/// @param bytes read only
public record Cover(String type, ByteBuffer bytes) {

    private static final int LARGEST = 16 << 20;

    public Cover {
        bytes = bytes.asReadOnlyBuffer();
    }

    /// The first picture in a file's tags. Empty where there is none, or none that can be shown;
    /// never fails.
    public static Optional<Cover> read(Path file) {
        try {
            Tag tag = Jaudiotagger.open(file).getTag();
            if (tag == null) {
                return Optional.empty();
            }
            for (Artwork artwork : tag.getArtworkList()) {
                byte[] bytes = artwork.getBinaryData();
                if (bytes != null && bytes.length > 0 && bytes.length <= LARGEST) {
                    Optional<String> type = type(bytes);
                    if (type.isPresent()) {
                        return Optional.of(new Cover(type.get(), ByteBuffer.wrap(bytes)));
                    }
                }
            }
            return Optional.empty();
        } catch (CannotReadException
                | IOException
                | TagException
                | ReadOnlyFileException
                | InvalidAudioFrameException
                | RuntimeException
                | OutOfMemoryError _) {
            // Broken tags have no picture; the last one is a frame that claims to be huge.
            return Optional.empty();
        }
    }

    /// By the first bytes: what tags say of their pictures is often wrong.
    static Optional<String> type(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        if (begins(bytes, 0x89, 'P', 'N', 'G')) {
            return Optional.of("image/png");
        }
        if (begins(bytes, 'G', 'I', 'F', '8')) {
            return Optional.of("image/gif");
        }
        return begins(bytes, 'R', 'I', 'F', 'F') && bytes.length > 12 && bytes[8] == 'W'
                ? Optional.of("image/webp")
                : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (bytes.length <= i || (bytes[i] & 255) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
