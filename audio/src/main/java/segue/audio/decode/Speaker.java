package segue.audio.decode;

/// What a channel is for, as far as it matters to loudness and to a down-mix.
public enum Speaker {
    /// Left, right, centre, or the one channel of mono.
    FRONT,
    /// Beside or behind the listener.
    SURROUND,
    /// Low-frequency effects.
    LOW_FREQUENCY
}
