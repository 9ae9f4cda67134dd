package segue.audio.feature;

/// How loud a track is, after ITU-R BS.1770-4 and EBU Tech 3342.
///
/// @param integratedLufs gated loudness of the whole; -70 for silence
/// @param rangeLu loudness range, LU
/// @param truePeakDbtp highest true peak of any channel, dB; -200 for digital silence
public record Loudness(double integratedLufs, double rangeLu, double truePeakDbtp) {

    /// Where ReplayGain 2.0 puts every track.
    public static final double REPLAY_GAIN_LUFS = -18;

    /// The gain that ReplayGain 2.0 asks for, dB.
    public double replayGainDb() {
        return REPLAY_GAIN_LUFS - integratedLufs;
    }
}
