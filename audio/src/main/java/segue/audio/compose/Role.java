package segue.audio.compose;

/// What a part does in a piece.
public enum Role {
    BASS,
    CHORDS,
    ARPEGGIO,
    PAD,
    LEAD
}
