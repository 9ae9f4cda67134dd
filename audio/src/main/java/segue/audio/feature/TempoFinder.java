package segue.audio.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import segue.audio.dsp.OnsetStrength;

/// Finds the tempo of a track and the grid of its beats.
///
/// Candidates come from the periodicity of the onset curves ([TempoCandidates]); what speaks for
/// each is weighed ([TempoWeights]) together with the [TempoPrior]; the best one's grid is laid
/// through the whole track ([GridFit]) and rounded to a whole or half BPM when that is as likely;
/// then come the beat's phase and the bars. Stateless and thread-safe.
public final class TempoFinder {

    /// Below this repetition the music is said to have no beat.
    private static final double FAINTEST = .06;

    /// Added to it for short sounds, where chance repeats more: over the root of the frames.
    private static final double FAINTEST_SHORT = .5;

    /// Shorter sounds have no tempo, seconds.
    private static final double SHORTEST_SECONDS = 2.5;

    private static final double FRAMES_A_SECOND = Periodicity.lag(1) / 60;

    /// How near the grid's own tempo a whole one must be, at most.
    private static final double SNAP_WHOLE = .03;

    private static final double SNAP_HALF = .015;

    /// The share of a track that must lie on one grid for the grid to be called steady.
    private static final double STEADY = .85;

    /// With less of it on the grid, the grid's tempo is not taken.
    private static final double USABLE = .7;

    /// For tracks without one grid: how much of the beginning says where the first beat is.
    private static final double BEGINNING_SECONDS = 20;

    private final TempoPrior prior;

    public TempoFinder(TempoPrior prior) {
        this.prior = prior;
    }

    private record Reading(double bpm, double score) {}

    /// The tempo of what was heard.
    public Tempo find(OnsetStrength onsets) {
        if (onsets.frames() < SHORTEST_SECONDS * FRAMES_A_SECOND) {
            return Tempo.NONE;
        }
        OnsetCurves curves = new OnsetCurves(onsets);
        TempoCandidates candidates = new TempoCandidates(curves);
        List<Reading> readings = readings(candidates);
        if (readings.isEmpty()) {
            return Tempo.NONE;
        }
        Reading best = readings.getFirst();
        double clarity = candidates.comb(best.bpm()) / 8;
        if (clarity < FAINTEST + FAINTEST_SHORT / Math.sqrt(curves.frames())) {
            return Tempo.NONE;
        }
        double runnerUp = readings.size() > 1 ? readings.get(1).bpm() : 0;
        double confidence = share(readings) * Math.min(1, clarity / .25);
        GridFit.Fit fit = GridFit.best(curves.levelled(OnsetCurves.SUM), best.bpm());
        boolean steady = fit.agreeing() >= STEADY;
        double bpm = round(fit.agreeing() >= USABLE ? snap(fit) : best.bpm());
        int frames = curves.frames();
        if (!steady) {
            frames = (int) Math.min(frames, BEGINNING_SECONDS * FRAMES_A_SECOND);
        }
        double lag = Periodicity.lag(bpm);
        Bars bars =
                Bars.find(curves, candidates.evidence(best.bpm()), lag, frames)
                        .earlier(OnsetStrength.DELAY_FRAMES, lag);
        return new Tempo(
                bpm,
                confidence,
                round(runnerUp),
                bars.firstBeat() / FRAMES_A_SECOND,
                bars.beatsPerBar(),
                bars.downbeat(),
                steady);
    }

    private List<Reading> readings(TempoCandidates candidates) {
        List<Reading> readings = new ArrayList<>();
        for (double bpm : candidates.list()) {
            if (prior.allows(bpm)) {
                double[] evidence = candidates.evidence(bpm);
                double score = TempoWeights.score(bpm, evidence, prior);
                readings.add(new Reading(bpm, score));
            }
        }
        readings.sort(Comparator.comparingDouble(r -> -r.score()));
        return readings;
    }

    /// The best reading's share of all that speaks for any.
    private static double share(List<Reading> readings) {
        double best = readings.getFirst().score();
        double sum = 0;
        for (Reading reading : readings) {
            sum += Math.exp(reading.score() - best);
        }
        return 1 / sum;
    }

    /// Sequencers play whole and half BPM: such a tempo is taken when the music cannot tell it
    /// from the measured one.
    static double snap(GridFit.Fit fit) {
        double bpm = fit.bpm();
        double whole = Math.rint(bpm);
        if (Math.abs(bpm - whole) <= Math.min(SNAP_WHOLE, .004 + 3 * fit.standardError())) {
            return whole;
        }
        double half = Math.rint(2 * bpm) / 2;
        if (Math.abs(bpm - half) <= Math.min(SNAP_HALF, .003 + 2 * fit.standardError())) {
            return half;
        }
        return bpm;
    }

    private static double round(double bpm) {
        return Math.rint(bpm * 100) / 100;
    }
}
