package segue.audio.feature;

/// Moves times to the nearest bar, within the sounding part of a track; where there is no steady
/// beat, times stay. Times in seconds.
record BarGrid(double firstBar, double bar, double from, double to) {

    static BarGrid of(Tempo tempo, double from, double to) {
        boolean known = tempo.bpm() > 0 && tempo.steady();
        double beat = known ? 60 / tempo.bpm() : 0;
        double firstBar = tempo.firstBeatSeconds() + tempo.downbeat() * beat;
        return new BarGrid(firstBar, beat * tempo.beatsPerBar(), from, to);
    }

    double nearest(double seconds) {
        double moved = bar > 0 ? firstBar + Math.rint((seconds - firstBar) / bar) * bar : seconds;
        return Math.clamp(moved, from, to);
    }
}
