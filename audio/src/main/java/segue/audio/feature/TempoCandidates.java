package segue.audio.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The tempos that a track can be read at, and what speaks for each.
///
/// Peaks of a comb over the [Periodicity] of the onset curves, with their halves, doubles, thirds
/// and triples. What speaks for one is how each region repeats after one, two, three … beats and
/// after parts of a beat.
final class TempoCandidates {

    /// The tempos that are looked at; a prior narrows them later.
    static final double LOWEST_BPM = 38;

    static final double HIGHEST_BPM = 240;

    /// Lags at which repetition is measured, in beats.
    static final double[] BEATS = {
        1, 2, 3, 4, 6, 8, .5, 1 / 3.0, .25, 1.5, 2 / 3.0, .75, 1 / 6.0, 5 / 6.0, 4 / 3.0, 5
    };

    private static final double[] MULTIPLES = {1, 2, .5, 3, 1 / 3.0, 1.5, 2 / 3.0, .75, 4 / 3.0};
    private static final int PEAKS = 5;
    private static final double SAME = .03;

    private final Periodicity[] periodicity = new Periodicity[OnsetCurves.COUNT];

    TempoCandidates(OnsetCurves curves) {
        for (int c = 0; c < periodicity.length; c++) {
            periodicity[c] = Periodicity.of(curves.levelled(c));
        }
    }

    /// Tempos, each at least 3 % from the others, likeliest pulse first.
    List<Double> list() {
        List<Double> peaks = peaks();
        List<Double> all = new ArrayList<>();
        for (double multiple : MULTIPLES) {
            for (double peak : peaks) {
                double bpm = peak * multiple;
                if (bpm < LOWEST_BPM || bpm > HIGHEST_BPM) {
                    continue;
                }
                double best = sharpen(bpm);
                if (all.stream().noneMatch(b -> Math.abs(b / best - 1) < SAME)) {
                    all.add(best);
                }
            }
        }
        return all;
    }

    private List<Double> peaks() {
        List<Double> found = new ArrayList<>();
        double previous = 0;
        double current = 0;
        for (double bpm = LOWEST_BPM; bpm < HIGHEST_BPM; bpm *= 1.005) {
            double next = comb(bpm);
            if (current > 0 && current > previous && current >= next) {
                found.add(bpm / 1.005);
            }
            previous = current;
            current = next;
        }
        found.sort(Comparator.comparingDouble(bpm -> -comb(bpm)));
        return found.subList(0, Math.min(PEAKS, found.size()));
    }

    private double sharpen(double bpm) {
        double best = bpm;
        for (double b = bpm * .985; b < bpm * 1.015; b *= 1.001) {
            if (comb(b) > comb(best)) {
                best = b;
            }
        }
        return best;
    }

    /// How well pulses at a tempo fit: repetition after one to four beats, all regions.
    double comb(double bpm) {
        double lag = Periodicity.lag(bpm);
        double sum = 0;
        for (int c = 0; c < periodicity.length; c++) {
            double weight = c == OnsetCurves.SUM ? 1 : .25;
            for (int k = 1; k <= 4; k++) {
                sum += weight * periodicity[c].at(k * lag);
            }
        }
        return sum;
    }

    /// What speaks for a tempo: the repetition of each curve at each of [#BEATS].
    double[] evidence(double bpm) {
        double lag = Periodicity.lag(bpm);
        double[] values = new double[periodicity.length * BEATS.length];
        for (int c = 0; c < periodicity.length; c++) {
            for (int k = 0; k < BEATS.length; k++) {
                values[c * BEATS.length + k] = periodicity[c].near(BEATS[k] * lag, .01);
            }
        }
        return values;
    }
}
