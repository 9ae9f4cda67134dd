package segue.engine.listen;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import segue.audio.TrackProfile;
import segue.core.math.Matrix;
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

    /// What a file that need not be heard says of itself.
    static FileTags tags(Found file) {
        PathNames names = PathNames.of(file.path(), file.place());
        return new FileTags(
                names.title(),
                names.artist(),
                Optional.empty(),
                Optional.empty(),
                names.album(),
                List.of(),
                OptionalInt.empty(),
                "",
                0,
                Optional.empty());
    }

    static FileTags tags(Found file, TrackProfile profile) {
        PathNames names = PathNames.of(file.path(), file.place());
        return new FileTags(
                names.title(),
                names.artist(),
                Optional.empty(),
                Optional.empty(),
                names.album(),
                List.of(),
                OptionalInt.empty(),
                profile.format().codec(),
                profile.format().bitRate(),
                profile.damage());
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

    private static Measures measures(TrackProfile profile) {
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
