package segue.audio.feature;

import java.util.List;
import segue.audio.dsp.MelBands;
import segue.audio.dsp.OctaveBands;
import segue.audio.dsp.OnsetStrength;
import segue.audio.dsp.Stft;

/// Hears all features of the mono signal in one pass: one short-time transform, whose frames every
/// feature listens to, and the long windows of the key. State: about 2.5 kB a second of audio for
/// the first two hours, little after. One use; not thread-safe.
public final class Hearing {

    private static final int MEL_BANDS = 40;
    private static final double MEL_LOW_HERTZ = 30;
    private static final double MEL_HIGH_HERTZ = 11_000;

    private final TempoFinder tempos;
    private final OnsetStrength onsets;
    private final TimbreMeter timbre;
    private final StructureFinder structure;
    private final WaveformSketch waveform;
    private final Fingerprinter fingerprinter = new Fingerprinter();
    private final KeyFinder keys = new KeyFinder();
    private final Stft stft;

    /// @param prior what is expected of the tempo
    public Hearing(TempoPrior prior) {
        tempos = new TempoFinder(prior);
        MelBands mel = new MelBands(MEL_BANDS, MEL_LOW_HERTZ, MEL_HIGH_HERTZ);
        OctaveBands octaves = new OctaveBands();
        onsets = new OnsetStrength(mel);
        timbre = new TimbreMeter(mel, octaves);
        structure = new StructureFinder(octaves);
        waveform = new WaveformSketch(octaves);
        stft = new Stft(List.of(mel, octaves, onsets, timbre, structure, waveform, fingerprinter));
    }

    /// What was heard. Immutable.
    ///
    /// @param tempo speed and beats
    /// @param key key and tuning
    /// @param timbre the vector that similarity uses
    /// @param character energy, danceability and so on
    /// @param structure intro, outro, sections
    /// @param waveform the track drawn small
    /// @param fingerprint what it is known again by
    public record Heard(
            Tempo tempo,
            KeyEstimate key,
            Timbre timbre,
            TrackCharacter character,
            Structure structure,
            Waveform waveform,
            Fingerprint fingerprint) {}

    /// Takes the next `length` samples: mono, 22,050 Hz.
    public void accept(float[] block, int length) {
        stft.accept(block, 0, length);
        keys.accept(block, 0, length);
    }

    /// Ends the track; nothing may follow.
    ///
    /// @param loudness of the same track
    /// @param seconds its duration
    public Heard finish(Loudness loudness, double seconds) {
        stft.finish();
        KeyEstimate key = keys.finish();
        Tempo tempo = tempos.find(onsets);
        RhythmPattern rhythm = RhythmPattern.of(onsets, tempo);
        Timbre vector = timbre.finish(rhythm, key, keys.chroma());
        return new Heard(
                tempo,
                key,
                vector,
                CharacterEstimator.estimate(vector, rhythm, tempo, loudness),
                structure.finish(tempo, seconds),
                waveform.finish(),
                fingerprinter.finish());
    }
}
