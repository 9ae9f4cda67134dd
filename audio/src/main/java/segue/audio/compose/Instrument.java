package segue.audio.compose;

/// The instruments, each with the octave it plays in and its number in General MIDI.
public enum Instrument {
    SUB_BASS(39, 36, 1.1),
    SAW_BASS(39, 36, .9),
    ACID_BASS(38, 36, .8),
    REESE(39, 36, .9),
    WOBBLE_BASS(38, 36, .9),
    FM_BASS(39, 36, .9),
    FINGER_BASS(34, 36, 1.5),
    PICK_BASS(35, 36, 1.4),
    SLAP_BASS(37, 36, 1.4),
    UPRIGHT_BASS(33, 36, 1.6),
    TUBA(59, 36, 1),
    CHIP_TRIANGLE(81, 48, 1),
    ORGAN(17, 60, .5),
    EPIANO(5, 60, .75),
    PIANO(1, 60, .8),
    CLAVINET(8, 60, .6),
    ACCORDION(22, 60, .5),
    STAB(91, 60, .5),
    SUPERSAW(82, 60, .45),
    WARM_PAD(90, 60, .42),
    STRINGS(49, 60, .42),
    CHOIR(53, 60, .4),
    NYLON_GUITAR(25, 60, 1),
    STEEL_GUITAR(26, 60, .9),
    CLEAN_GUITAR(28, 60, .9),
    MUTED_GUITAR(29, 60, .9),
    SKANK_GUITAR(28, 60, 1),
    DISTORTED_GUITAR(31, 48, .4),
    PLUCK(46, 60, .6),
    BELL(11, 72, .5),
    VIBES(12, 60, .8),
    SAW_LEAD(82, 72, .45),
    SQUARE_LEAD(81, 72, .4),
    CHIP_PULSE(81, 72, .35),
    FLUTE(74, 72, .6),
    BRASS(62, 60, .55);

    private final int program;
    private final int octave;
    private final double level;

    Instrument(int program, int octave, double level) {
        this.program = program;
        this.octave = octave;
        this.level = level;
    }

    /// Its General MIDI program, 1..128.
    public int program() {
        return program;
    }

    /// The lowest C of the octave it likes best, as a MIDI number.
    public int octave() {
        return octave;
    }

    /// Gain that makes it as loud as the others.
    double level() {
        return level;
    }
}
