package segue.audio.feature;

/// The speed of a track and its grid of beats.
///
/// @param bpm beats a minute, refined over the whole track; 0: no beat was found
/// @param confidence 0..1: how clearly this one won
/// @param runnerUpBpm the second best reading, often half or double; 0: none
/// @param firstBeatSeconds where the grid begins, 0..60/bpm
/// @param beatsPerBar 3 or 4 where it can be told, else 4
/// @param downbeat which of the first bar's beats is the first: 0..beatsPerBar-1
/// @param steady whether one grid holds for the whole track; false: the tempo changes
public record Tempo(
        double bpm,
        double confidence,
        double runnerUpBpm,
        double firstBeatSeconds,
        int beatsPerBar,
        int downbeat,
        boolean steady) {

    /// Nothing that beats: silence, speech, noise.
    public static final Tempo NONE = new Tempo(0, 0, 0, 0, 4, 0, false);
}
