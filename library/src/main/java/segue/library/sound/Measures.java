package segue.library.sound;

/// The numbers heard in a file; each has a column of its name in the library. NaN: not known.
///
/// @param durationSeconds what could be decoded
/// @param bpm beats a minute; NaN: nothing beats
/// @param bpmConfidence 0..1
/// @param bpmRunnerUp the second best reading
/// @param firstBeatSeconds where the grid of beats begins
/// @param beatsPerBar 3 or 4
/// @param downbeat which beat of the first bar is its first, from 0
/// @param steady whether one grid holds for the whole track
/// @param keyTonic 0 = C … 11 = B; -1: none
/// @param keyMinor minor, else major
/// @param keyConfidence 0..1
/// @param runnerUpTonic of the second best key; -1: none
/// @param runnerUpMinor of the second best key
/// @param tuningCents distance from A = 440 Hz, -50..50
/// @param integratedLufs loudness of the whole
/// @param loudnessRangeLu how much it changes
/// @param truePeakDbtp the highest peak
/// @param energy 1..10
/// @param danceability 0..1, as the next five
/// @param brightnessHertz the centre of the spectrum
/// @param onsetRate notes and beats that begin, a second
/// @param introSeconds how long one can mix in
/// @param outroSeconds how long one can mix out
/// @param silenceStartSeconds before the first sound
/// @param silenceEndSeconds after the last
public record Measures(
        double durationSeconds,
        double bpm,
        double bpmConfidence,
        double bpmRunnerUp,
        double firstBeatSeconds,
        int beatsPerBar,
        int downbeat,
        boolean steady,
        int keyTonic,
        boolean keyMinor,
        double keyConfidence,
        int runnerUpTonic,
        boolean runnerUpMinor,
        double tuningCents,
        double integratedLufs,
        double loudnessRangeLu,
        double truePeakDbtp,
        double energy,
        double danceability,
        double acousticness,
        double instrumentalness,
        double speechiness,
        double valence,
        double brightnessHertz,
        double onsetRate,
        double introSeconds,
        double outroSeconds,
        double silenceStartSeconds,
        double silenceEndSeconds) {}
