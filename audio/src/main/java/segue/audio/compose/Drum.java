package segue.audio.compose;

/// A percussion instrument.
public enum Drum {
    KICK(36),
    SNARE(38),
    CLAP(39),
    RIM(37),
    HAT(42),
    OPEN_HAT(46),
    RIDE(51),
    CRASH(49),
    TOM_LOW(45),
    TOM_HIGH(48),
    SHAKER(70),
    COWBELL(56),
    CONGA_LOW(64),
    CONGA_HIGH(63);

    private final int note;

    Drum(int note) {
        this.note = note;
    }

    /// Its note on General MIDI's percussion channel.
    public int note() {
        return note;
    }
}
