package segue.audio.feature;

/// Where the beats fall and how they make bars.
///
/// @param beatsPerBar 3 or 4
/// @param firstBeat where the grid begins, in frames: 0 up to one beat
/// @param downbeat which of the first bar's beats begins a bar: 0..beatsPerBar-1
record Bars(int beatsPerBar, double firstBeat, int downbeat) {

    /// How much better three must explain the music than four.
    private static final double MARGIN = .05;

    /// Fewer beats do not tell three from four.
    private static final int ENOUGH_BEATS = 16;

    /// How far a beat may lie from its place among the sixteenths, in beats.
    private static final double LOOSE = .09;

    /// Finds the bars of a grid.
    ///
    /// @param evidence of the tempo, [TempoCandidates#evidence]
    /// @param lag frames a beat
    /// @param frames how many, from the beginning, the grid holds for
    static Bars find(OnsetCurves curves, double[] evidence, double lag, int frames) {
        boolean enough = frames > ENOUGH_BEATS * lag;
        int perBar = enough && threes(evidence) > MARGIN ? 3 : 4;
        BarProfile profile = new BarProfile(curves, lag, frames);
        int step = BarTemplate.firstStep(profile.of(perBar));
        double start = profile.origin() + step * lag / BarProfile.STEPS;
        double beat = start % lag;
        if (step % BarProfile.STEPS != 0) {
            beat = profile.nearby(beat - LOOSE * lag, 2 * LOOSE * lag);
        }
        int downbeat = (int) Math.round((start - beat) / lag);
        return new Bars(perBar, beat, Math.floorMod(downbeat, perBar));
    }

    /// Repetition after three and six beats over that after two, four and eight.
    static double threes(double[] evidence) {
        int lags = TempoCandidates.BEATS.length;
        double sum = 0;
        for (int c = 0; c < OnsetCurves.COUNT; c++) {
            int at = c * lags;
            double three = evidence[at + 2] + evidence[at + 4];
            double four = (evidence[at + 1] + 2 * evidence[at + 3] + evidence[at + 5]) / 2;
            sum += (three - four) / OnsetCurves.COUNT;
        }
        return sum;
    }

    /// The same grid, told `frames` earlier.
    Bars earlier(double frames, double lag) {
        double moved = firstBeat - frames;
        int beats = (int) Math.floor(moved / lag);
        return new Bars(
                beatsPerBar, moved - beats * lag, Math.floorMod(downbeat + beats, beatsPerBar));
    }
}
