package segue.audio.tag;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.tag.FieldDataInvalidException;
import org.jaudiotagger.tag.FieldKey;
import org.jaudiotagger.tag.Tag;
import org.jaudiotagger.tag.flac.FlacTag;
import org.jaudiotagger.tag.id3.AbstractID3v2Frame;
import org.jaudiotagger.tag.id3.AbstractID3v2Tag;
import org.jaudiotagger.tag.id3.framebody.FrameBodyTXXX;
import org.jaudiotagger.tag.mp4.Mp4Tag;
import org.jaudiotagger.tag.mp4.field.Mp4TagReverseDnsField;
import org.jaudiotagger.tag.vorbiscomment.VorbisCommentTag;
import segue.audio.feature.Key;
import segue.core.run.SegueException;

/// Writes tempo, key and energy into a file's tags, and nothing else. The file is replaced in
/// one step by a changed copy that is safe on the disk: whatever happens, it is the old one or
/// the new one. All other tags and the sound itself stay as they are.
public final class TagWriter {

    private static final Set<String> ENDINGS = Set.of("mp3", "flac", "ogg", "oga", "m4a");
    private static final String ENERGY = "ENERGYLEVEL";
    private static final String ITUNES = "com.apple.iTunes";

    private TagWriter() {}

    /// Writes what is given and leaves the rest.
    ///
    /// @param bpm whole in MP4, which knows no other, else to .01
    /// @param energy 1..10, under the name that DJ programs use (`ENERGYLEVEL`)
    /// @throws SegueException.NotFound when there is no such file
    /// @throws SegueException.BadInput when its format holds no such tags or they cannot be
    ///   read
    /// @throws SegueException.Failed when the disk refuses; the file is as it was
    public static void write(Path file, OptionalDouble bpm, Optional<Key> key, OptionalInt energy) {
        String ending = ending(file);
        if (!Files.isRegularFile(file)) {
            throw new SegueException.NotFound("No file " + file + "; check the name.");
        }
        if (!ENDINGS.contains(ending)) {
            throw new SegueException.BadInput(
                    file.toString(),
                    0,
                    "tags of ." + ending + " files cannot be written; mp3, flac, ogg, m4a can");
        }
        if (!Files.isWritable(file)) {
            throw new SegueException.BadInput(
                    file.toString(), 0, "may not be written; check its permissions");
        }
        try {
            replace(file.toRealPath(), ending, bpm, key, energy);
        } catch (IOException e) {
            throw new SegueException.Failed(
                    file + ": tags not written, the file is as it was: " + e.getMessage(), e);
        }
    }

    private static void replace(
            Path file, String ending, OptionalDouble bpm, Optional<Key> key, OptionalInt energy)
            throws IOException {
        Path copy = Files.createTempFile(file.getParent(), ".segue-", "." + ending);
        try {
            Files.copy(
                    file,
                    copy,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            change(file, copy, bpm, key, energy);
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(
                    copy,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void change(
            Path file, Path copy, OptionalDouble bpm, Optional<Key> key, OptionalInt energy) {
        try {
            AudioFile audio = Jaudiotagger.open(copy);
            Tag tag = audio.getTagOrCreateAndSetDefault();
            if (bpm.isPresent()) {
                tag.setField(FieldKey.BPM, bpm(tag, bpm.getAsDouble()));
            }
            if (key.isPresent()) {
                tag.setField(FieldKey.KEY, key.get().name());
            }
            if (energy.isPresent()) {
                energy(tag, Integer.toString(energy.getAsInt()));
            }
            audio.commit();
        } catch (Exception e) {
            // The library throws whatever its reader of the format meets.
            throw new SegueException.BadInput(
                    file.toString(),
                    0,
                    "its tags cannot be changed, the file is as it was ("
                            + e.getMessage()
                            + "); mend them with a tag editor",
                    e);
        }
    }

    private static String bpm(Tag tag, double bpm) {
        if (tag instanceof Mp4Tag) {
            return Long.toString(Math.round(bpm));
        }
        String text = String.format(Locale.ROOT, "%.2f", bpm);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static void energy(Tag tag, String value) throws FieldDataInvalidException {
        switch (tag) {
            case FlacTag flac -> flac.getVorbisCommentTag().setField(ENERGY, value);
            case VorbisCommentTag vorbis -> vorbis.setField(ENERGY, value);
            case Mp4Tag mp4 ->
                    mp4.setField(
                            new Mp4TagReverseDnsField(
                                    "----:" + ITUNES + ":" + ENERGY, ITUNES, ENERGY, value));
            case AbstractID3v2Tag id3 -> id3(id3, value);
            default ->
                    throw new FieldDataInvalidException(
                            "no place for energy in " + tag.getClass().getSimpleName());
        }
    }

    private static void id3(AbstractID3v2Tag tag, String value) throws FieldDataInvalidException {
        for (var field : tag.getFields("TXXX")) {
            if (field instanceof AbstractID3v2Frame frame
                    && frame.getBody() instanceof FrameBodyTXXX body
                    && ENERGY.equalsIgnoreCase(body.getDescription())) {
                body.setText(value);
                return;
            }
        }
        FrameBodyTXXX body = new FrameBodyTXXX();
        body.setDescription(ENERGY);
        body.setText(value);
        AbstractID3v2Frame frame = tag.createFrame("TXXX");
        frame.setBody(body);
        tag.addField(frame);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
