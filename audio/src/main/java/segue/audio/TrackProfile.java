package segue.audio;

import java.util.Optional;
import segue.audio.decode.AudioFormat;
import segue.audio.feature.Loudness;

/// All that is known of a track from its file. Immutable.
///
/// @param format what the file says of its sound
/// @param durationSeconds what could be decoded of it
/// @param damage what is wrong with the file, where something is
public record TrackProfile(
        AudioFormat format, double durationSeconds, Optional<String> damage, Loudness loudness) {}
