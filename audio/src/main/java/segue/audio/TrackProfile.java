package segue.audio;

import java.util.Optional;
import segue.audio.decode.AudioFormat;
import segue.audio.feature.Hearing;
import segue.audio.feature.Loudness;
import segue.audio.tag.Tags;

/// All that is known of a track from its file. Immutable.
///
/// @param format what the file says of its sound
/// @param durationSeconds what could be decoded of it
/// @param damage what is wrong with the file, where something is
/// @param tags what the file and its path say of the music
/// @param loudness how loud it is, all channels
/// @param heard tempo, key, sound, character, form, drawing and fingerprint
public record TrackProfile(
        AudioFormat format,
        double durationSeconds,
        Optional<String> damage,
        Tags tags,
        Loudness loudness,
        Hearing.Heard heard) {}
