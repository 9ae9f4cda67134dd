package segue.audio.compose;

/// A tone that is played.
///
/// @param beat when it begins, in beats from the grid's first; with swing and the player's jitter
/// @param beats how long the key is held
/// @param pitch MIDI number, 60 = middle C
/// @param velocity 0..1
public record Note(double beat, double beats, int pitch, double velocity) {}
