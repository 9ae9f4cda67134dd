package segue.audio.feature;

/// The key of a track as heard.
///
/// @param key the best reading
/// @param runnerUp the second best
/// @param confidence 0..1: how clearly the first won
/// @param tuningCents how far the track's concert pitch is from A = 440 Hz, -50..50
public record KeyEstimate(Key key, Key runnerUp, double confidence, double tuningCents) {}
