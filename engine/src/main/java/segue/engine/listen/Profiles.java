package segue.engine.listen;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.audio.TrackProfile;
import segue.audio.decode.Decoder;
import segue.audio.tag.TagReader;
import segue.audio.tag.Tags;
import segue.core.math.Matrix;
import segue.core.run.SegueException;
import segue.library.sound.FileNews;
import segue.library.sound.FileTags;
import segue.library.sound.Measures;
import segue.library.sound.Sound;

/// From what the ear says to what the library stores: the one place that knows both.
final class Profiles {

    /// Grows when the analysis improves: what an older one heard is heard again.
    static final int VERSION = 1;

    private Profiles() {}

    static FileNews.Heard news(Outcome outcome, TrackProfile profile) {
        return new FileNews.Heard(
                outcome.file().stamp(),
                outcome.content(),
                VERSION,
                tags(outcome.file(), profile),
                sound(profile));
    }

    /// What a file says of itself that need not be heard again.
    static FileTags tags(Found file) {
        Path path = file.path();
        try (Decoder decoder = Decoder.open(path)) {
            return tags(
                    file,
                    TagReader.read(path, decoder.metadata(), file.name()),
                    "",
                    0,
                    Optional.empty());
        } catch (SegueException _) {
            // What could be decoded before cannot be now; the name of the file is left.
            return tags(
                    file,
                    TagReader.read(path, Map.of(), file.name()),
                    "",
                    0,
                    Optional.empty());
        }
    }

    static FileTags tags(Found file, TrackProfile profile) {
        return tags(
                file,
                profile.tags(),
                profile.format().codec(),
                profile.format().bitRate(),
                profile.damage());
    }

    /// The first artist counts: that is what logs of plays name.
    private static FileTags tags(
            Found file, Tags tags, String codec, long bitRate, Optional<String> damage) {
        return new FileTags(
                tags.title()
                        .filter(title -> !title.isBlank())
                        .orElse(String.valueOf(file.path().getFileName())),
                tags.artists().isEmpty()
                        ? tags.albumArtist()
                        : Optional.of(tags.artists().getFirst()),
                tags.musicBrainzArtists().size() == 1
                        ? Optional.of(tags.musicBrainzArtists().getFirst())
                        : Optional.empty(),
                tags.musicBrainzRecording(),
                tags.album(),
                tags.genres(),
                tags.year(),
                codec,
                bitRate,
                damage);
    }

    static Sound sound(TrackProfile profile) {
        return new Sound(
                measures(profile),
                new Matrix(1, 1, new float[] {(float) profile.loudness().integratedLufs()}),
                List.of(),
                List.of(),
                List.of(),
                ByteBuffer.allocate(0));
    }

    static Measures measures(TrackProfile profile) {
        double unknown = Double.NaN;
        return new Measures(
                profile.durationSeconds(),
                unknown,
                unknown,
                unknown,
                unknown,
                4,
                0,
                false,
                -1,
                false,
                unknown,
                -1,
                false,
                unknown,
                profile.loudness().integratedLufs(),
                profile.loudness().rangeLu(),
                profile.loudness().truePeakDbtp(),
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown);
    }
}
