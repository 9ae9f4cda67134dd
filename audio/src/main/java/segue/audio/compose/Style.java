package segue.audio.compose;

/// A kind of music: how fast it is, how its bar is divided and how strictly it keeps time. What is
/// played stands in its [Score].
public enum Style {
    HOUSE(118, 128, 4, 4, .12, 0, true),
    TECHNO(124, 144, 4, 4, 0, 0, true),
    TRANCE(130, 142, 4, 4, 0, 0, true),
    DRUM_AND_BASS(166, 178, 4, 4, 0, 1, true),
    DUBSTEP(136, 146, 4, 4, 0, 0, true),
    HIP_HOP(80, 100, 4, 4, .22, 5, true),
    TRAP(130, 152, 4, 4, 0, 1, true),
    REGGAE(66, 90, 4, 4, .2, 7, false),
    ROCK(100, 152, 4, 4, 0, 7, false),
    PUNK(160, 190, 4, 4, 0, 8, false),
    FUNK(92, 116, 4, 4, .18, 6, false),
    DISCO(110, 128, 4, 4, 0, 5, false),
    BALLAD(60, 84, 4, 4, 0, 9, false),
    WALTZ(84, 176, 3, 4, 0, 9, false),
    AMBIENT(60, 92, 4, 4, 0, 4, true),
    BOSSA(112, 148, 4, 2, 0, 8, false),
    JAZZ(104, 188, 4, 3, 0, 9, false),
    FOLK(82, 128, 4, 4, 0, 9, false),
    CHIPTUNE(116, 168, 4, 4, 0, 0, true),
    TRIP_HOP(68, 94, 4, 4, .16, 6, true);

    private final double slowest;
    private final double fastest;
    private final int beatsPerBar;
    private final int stepsPerBeat;
    private final double swing;
    private final double jitterMillis;
    private final boolean machine;

    Style(
            double slowest,
            double fastest,
            int beatsPerBar,
            int stepsPerBeat,
            double swing,
            double jitterMillis,
            boolean machine) {
        this.slowest = slowest;
        this.fastest = fastest;
        this.beatsPerBar = beatsPerBar;
        this.stepsPerBeat = stepsPerBeat;
        this.swing = swing;
        this.jitterMillis = jitterMillis;
        this.machine = machine;
    }

    /// Beats a minute of its slowest pieces.
    public double slowest() {
        return slowest;
    }

    /// Beats a minute of its fastest pieces.
    public double fastest() {
        return fastest;
    }

    public int beatsPerBar() {
        return beatsPerBar;
    }

    /// Into how many steps a score divides a beat: 4 sixteenths, 2 eighths or 3 triplets.
    public int stepsPerBeat() {
        return stepsPerBeat;
    }

    /// How late every second step comes, as a share of a step.
    public double swing() {
        return swing;
    }

    /// Standard deviation of a player's timing; 0 for a sequencer.
    public double jitterMillis() {
        return jitterMillis;
    }

    /// Whether it is made by machines: ducking, filter sweeps, no closing chord.
    public boolean machine() {
        return machine;
    }

    /// As it is written in tables: `drum and bass`.
    public String title() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
