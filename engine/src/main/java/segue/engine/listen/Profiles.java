package segue.engine.listen;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.audio.TrackProfile;
import segue.audio.decode.Decoder;
import segue.audio.feature.Hearing;
import segue.audio.feature.KeyEstimate;
import segue.audio.feature.Structure;
import segue.audio.feature.Tempo;
import segue.audio.feature.Timbre;
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
            return tags(file, TagReader.read(path, Map.of(), file.name()), "", 0, Optional.empty());
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
        Hearing.Heard heard = profile.heard();
        float[] vector = heard.timbre().values();
        List<Float> sections = new ArrayList<>();
        for (Structure.Span section : heard.structure().sections()) {
            sections.add((float) section.startSeconds());
            sections.add((float) section.endSeconds());
        }
        return new Sound(
                measures(profile),
                new Matrix(1, vector.length, vector),
                sections,
                Arrays.stream(heard.fingerprint().words()).boxed().toList(),
                Arrays.stream(heard.fingerprint().keys()).boxed().toList(),
                ByteBuffer.wrap(heard.waveform().bytes()));
    }

    static Measures measures(TrackProfile profile) {
        Hearing.Heard heard = profile.heard();
        Tempo tempo = heard.tempo();
        KeyEstimate key = heard.key();
        boolean tonal = key.confidence() > 0;
        Structure structure = heard.structure();
        return new Measures(
                profile.durationSeconds(),
                positive(tempo.bpm()),
                tempo.confidence(),
                positive(tempo.runnerUpBpm()),
                tempo.firstBeatSeconds(),
                tempo.beatsPerBar(),
                tempo.downbeat(),
                tempo.steady(),
                tonal ? key.key().tonic() : -1,
                tonal && key.key().minor(),
                key.confidence(),
                tonal ? key.runnerUp().tonic() : -1,
                tonal && key.runnerUp().minor(),
                key.tuningCents(),
                profile.loudness().integratedLufs(),
                profile.loudness().rangeLu(),
                profile.loudness().truePeakDbtp(),
                heard.character().energy(),
                heard.character().danceability(),
                heard.character().acousticness(),
                heard.character().instrumentalness(),
                heard.character().speechiness(),
                heard.character().valence(),
                Math.pow(2, heard.timbre().value(Timbre.Part.SHAPE, 0)),
                Math.expm1(heard.timbre().value(Timbre.Part.ONSETS, Timbre.Part.ONSETS.size() - 1)),
                structure.introSeconds(),
                structure.outroSeconds(),
                structure.soundStartSeconds(),
                structure.durationSeconds() - structure.soundEndSeconds());
    }

    private static double positive(double number) {
        return number > 0 ? number : Double.NaN;
    }
}
