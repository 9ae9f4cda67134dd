package segue.audio.compose;

/// A drum that is struck.
///
/// @param drum which
/// @param beat when, in beats from the grid's first
/// @param velocity 0..1
public record Hit(Drum drum, double beat, double velocity) {}
