package segue.engine.listen;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import segue.audio.TrackProfile;
import segue.audio.feature.Key;
import segue.library.sound.FileTags;
import segue.library.sound.Measures;

/// What a dry run says of one file.
public sealed interface DryLine {

    /// Where the file is.
    String path();

    /// It was heard. Null: not known; a track without beats has no `bpm`.
    ///
    /// @param key as musicians write it: "Am", "C#"
    /// @param keyRunnerUp the second best
    /// @param energy 1..10
    /// @param damage what is wrong with the file, where something is
    record Heard(
            String path,
            @Nullable String artist,
            String title,
            @Nullable Double durationSeconds,
            @Nullable Double bpm,
            @Nullable Double bpmConfidence,
            @Nullable Double bpmRunnerUp,
            @Nullable Double firstBeatSeconds,
            @Nullable Integer beatsPerBar,
            @Nullable Integer downbeat,
            @Nullable Boolean steady,
            @Nullable String key,
            @Nullable String camelot,
            @Nullable String openKey,
            @Nullable Double keyConfidence,
            @Nullable String keyRunnerUp,
            @Nullable Double tuningCents,
            @Nullable Double integratedLufs,
            @Nullable Double loudnessRangeLu,
            @Nullable Double truePeakDbtp,
            @Nullable Double replayGainDb,
            @Nullable Double energy,
            @Nullable Double danceability,
            @Nullable Double acousticness,
            @Nullable Double instrumentalness,
            @Nullable Double speechiness,
            @Nullable Double valence,
            @Nullable Double brightnessHertz,
            @Nullable Double onsetRate,
            @Nullable Double introSeconds,
            @Nullable Double outroSeconds,
            @Nullable Double silenceStartSeconds,
            @Nullable Double silenceEndSeconds,
            String codec,
            int sampleRate,
            int channels,
            long bitRate,
            @Nullable String damage)
            implements DryLine {}

    /// It could not be heard.
    ///
    /// @param kind one word for all failures of this sort
    /// @param error for people
    record Failed(String path, String kind, String error) implements DryLine {}

    /// The line of an outcome.
    static DryLine of(Outcome outcome) {
        String path = outcome.file().stamp().path();
        return outcome.failure()
                .<DryLine>map(failure -> new Failed(path, failure.kind().word(), failure.text()))
                .orElseGet(() -> heard(path, outcome, outcome.profile().orElseThrow()));
    }

    private static Heard heard(String path, Outcome outcome, TrackProfile profile) {
        FileTags tags = Profiles.tags(outcome.file(), profile);
        Measures m = Profiles.measures(profile);
        boolean beats = !Double.isNaN(m.bpm());
        Optional<Key> key = key(m.keyTonic(), m.keyMinor());
        return new Heard(
                path,
                tags.artist().orElse(null),
                tags.title(),
                known(m.durationSeconds()),
                known(m.bpm()),
                known(m.bpmConfidence()),
                known(m.bpmRunnerUp()),
                known(m.firstBeatSeconds()),
                beats ? m.beatsPerBar() : null,
                beats ? m.downbeat() : null,
                beats ? m.steady() : null,
                key.map(Key::name).orElse(null),
                key.map(Key::camelot).orElse(null),
                key.map(Key::openKey).orElse(null),
                known(m.keyConfidence()),
                key(m.runnerUpTonic(), m.runnerUpMinor()).map(Key::name).orElse(null),
                known(m.tuningCents()),
                known(m.integratedLufs()),
                known(m.loudnessRangeLu()),
                known(m.truePeakDbtp()),
                known(profile.loudness().replayGainDb()),
                known(m.energy()),
                known(m.danceability()),
                known(m.acousticness()),
                known(m.instrumentalness()),
                known(m.speechiness()),
                known(m.valence()),
                known(m.brightnessHertz()),
                known(m.onsetRate()),
                known(m.introSeconds()),
                known(m.outroSeconds()),
                known(m.silenceStartSeconds()),
                known(m.silenceEndSeconds()),
                tags.codec(),
                profile.format().sampleRate(),
                profile.format().channels(),
                tags.bitRate(),
                profile.damage().orElse(null));
    }

    private static Optional<Key> key(int tonic, boolean minor) {
        return tonic < 0 ? Optional.empty() : Optional.of(new Key(tonic, minor));
    }

    /// To a ten-thousandth: more is noise.
    private static @Nullable Double known(double number) {
        return Double.isFinite(number) ? Math.round(number * 1e4) / 1e4 : null;
    }
}
