package segue.audio.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Draws the form of a track from the levels of its octaves, one value a moment.
final class Outline {

    /// Seconds that are compared on either side of a border.
    private static final double REACH_SECONDS = 12;

    /// The least between two borders.
    private static final double SECTION_SECONDS = 8;

    /// Mean difference of a band at a border, dB.
    private static final double BORDER_DECIBELS = 2;

    /// The body of a track is reached within that of its usual level and bass, dB.
    private static final double BODY_DECIBELS = 4;

    private static final double BODY_BASS_DECIBELS = 7;

    /// A breakdown lies that much lower, dB.
    private static final double BREAK_DECIBELS = 6;

    private static final double BREAK_BASS_DECIBELS = 10;

    /// How much fuller or thinner the next section must be, dB.
    private static final double STEP_DECIBELS = 1.5;

    private static final double RANGE_DECIBELS = 50;

    /// An intro or outro is at most that share of the track.
    private static final double MOST = .4;

    private final double[][] levels;
    private final double[] whole;
    private final double[] bass;
    private final int from;
    private final int to;
    private final double rate;
    private final BarGrid bars;
    private final double[] novelty;

    /// @param powers bands × moments
    /// @param bassBands how many of the bands are bass
    /// @param from the first moment that sounds
    /// @param to the first after the last
    /// @param rate moments a second
    Outline(float[][] powers, int bassBands, int from, int to, double rate, BarGrid bars) {
        this.from = from;
        this.to = to;
        this.rate = rate;
        this.bars = bars;
        int moments = powers[0].length;
        double[] total = new double[moments];
        double[] low = new double[moments];
        double loudest = 0;
        for (int t = 0; t < moments; t++) {
            for (int b = 0; b < powers.length; b++) {
                total[t] += powers[b][t];
                low[t] += b < bassBands ? powers[b][t] : 0;
            }
            loudest = Math.max(loudest, total[t]);
        }
        double floor = loudest * Math.pow(10, -RANGE_DECIBELS / 10);
        levels = new double[powers.length][moments];
        for (int b = 0; b < powers.length; b++) {
            for (int t = 0; t < moments; t++) {
                levels[b][t] = 10 * Math.log10(powers[b][t] + floor);
            }
        }
        whole = smooth(total, floor);
        bass = smooth(low, floor);
        novelty = novelty();
    }

    Structure structure(double duration) {
        double usual = usual(whole);
        double usualBass = usual(bass);
        boolean[] body = new boolean[whole.length];
        boolean[] broken = new boolean[whole.length];
        for (int t = from; t < to; t++) {
            body[t] = whole[t] > usual - BODY_DECIBELS && bass[t] > usualBass - BODY_BASS_DECIBELS;
            broken[t] =
                    whole[t] < usual - BREAK_DECIBELS || bass[t] < usualBass - BREAK_BASS_DECIBELS;
        }
        List<Integer> borders = borders();
        int intro = toBorder(intro(body), borders, from);
        if (intro == from) {
            intro = firstRise(borders);
        }
        int outro = toBorder(outro(body), borders, to);
        if (outro == to) {
            outro = lastFall(borders);
        }
        outro = Math.max(intro, outro);
        markThinSections(borders, broken);
        double introEnd = intro == from ? bars.from() : bars.nearest(seconds(intro));
        double outroStart = outro == to ? bars.to() : bars.nearest(seconds(outro));
        List<Structure.Span> sections = sections(borders);
        return new Structure(
                duration,
                bars.from(),
                bars.to(),
                introEnd,
                Math.max(introEnd, outroStart),
                sections,
                loudest(sections),
                breakdowns(broken, intro, outro));
    }

    private double seconds(int moment) {
        return moment / rate;
    }

    /// Decibels of the mean power of five moments.
    private static double[] smooth(double[] powers, double floor) {
        double[] out = new double[powers.length];
        for (int t = 0; t < powers.length; t++) {
            int left = Math.max(0, t - 2);
            int right = Math.min(powers.length, t + 3);
            double sum = 0;
            for (int n = left; n < right; n++) {
                sum += powers[n];
            }
            out[t] = 10 * Math.log10(sum / (right - left) + floor);
        }
        return out;
    }

    /// What two thirds of the sounding moments stay below.
    private double usual(double[] curve) {
        double[] sorted = Arrays.copyOfRange(curve, from, to);
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * .66)];
    }

    /// With squared distances Foote's checkerboard sum is the squared distance of the two means.
    private double[] novelty() {
        int reach = (int) (REACH_SECONDS * rate);
        double[] out = new double[whole.length];
        for (double[] level : levels) {
            double[] sums = new double[level.length + 1];
            for (int t = 0; t < level.length; t++) {
                sums[t + 1] = sums[t] + level[t];
            }
            for (int t = from + 1; t < to; t++) {
                int left = Math.max(from, t - reach);
                int right = Math.min(to, t + reach);
                int least = Math.min(t - left, right - t);
                double before = (sums[t] - sums[left]) / (t - left);
                double after = (sums[right] - sums[t]) / (right - t);
                double trust = Math.min(1, 2.0 * least / reach);
                out[t] += trust * (before - after) * (before - after) / levels.length;
            }
        }
        return out;
    }

    private List<Integer> borders() {
        int reach = (int) (SECTION_SECONDS * rate);
        List<Integer> found = new ArrayList<>();
        int edge = reach / 2; // what ends or fades there is no section of its own
        for (int t = from + edge; t <= to - edge; t++) {
            if (novelty[t] < BORDER_DECIBELS * BORDER_DECIBELS) {
                continue;
            }
            boolean peak = true;
            for (int n = Math.max(from, t - reach); n < Math.min(to, t + reach); n++) {
                peak &= novelty[n] < novelty[t] || n == t || (novelty[n] == novelty[t] && n > t);
            }
            if (peak) {
                found.add(t);
            }
        }
        return found;
    }

    private int intro(boolean[] body) {
        int hold = (int) (4 * rate);
        int last = from + (int) (MOST * (to - from));
        for (int t = from; t <= last; t++) {
            int sounding = 0;
            int end = Math.min(to, t + hold);
            for (int n = t; n < end; n++) {
                sounding += body[n] ? 1 : 0;
            }
            if (body[t] && sounding >= .8 * (end - t)) {
                return t;
            }
        }
        return from;
    }

    private int outro(boolean[] body) {
        int hold = (int) (4 * rate);
        int first = to - (int) (MOST * (to - from));
        for (int t = to; t > first; t--) {
            int sounding = 0;
            int start = Math.max(from, t - hold);
            for (int n = start; n < t; n++) {
                sounding += body[n] ? 1 : 0;
            }
            if (body[t - 1] && sounding >= .8 * (t - start)) {
                return t;
            }
        }
        return to;
    }

    /// The nearest border within three seconds; within that of the edge there is no intro or outro.
    private int toBorder(int moment, List<Integer> borders, int edge) {
        int near = (int) (3 * rate);
        if (Math.abs(moment - edge) <= near) {
            return edge;
        }
        int best = moment;
        int distance = near + 1;
        for (int border : borders) {
            if (Math.abs(border - moment) < distance) {
                distance = Math.abs(border - moment);
                best = border;
            }
        }
        return best;
    }

    /// The first border after which more sounds: the end of an intro as full as the rest.
    private int firstRise(List<Integer> borders) {
        int last = from + (int) (MOST * (to - from));
        int start = from;
        for (int i = 0; i < borders.size() && borders.get(i) <= last; i++) {
            int border = borders.get(i);
            int end = i + 1 < borders.size() ? borders.get(i + 1) : to;
            if (fullness(border, end) > fullness(start, border) + STEP_DECIBELS) {
                return border;
            }
            start = border;
        }
        return from;
    }

    /// The last border after which less sounds.
    private int lastFall(List<Integer> borders) {
        int first = to - (int) (MOST * (to - from));
        int end = to;
        for (int i = borders.size() - 1; i >= 0 && borders.get(i) >= first; i--) {
            int border = borders.get(i);
            int start = i > 0 ? borders.get(i - 1) : from;
            if (fullness(border, end) < fullness(start, border) - STEP_DECIBELS) {
                return border;
            }
            end = border;
        }
        return to;
    }

    /// Sections thinner than both of their neighbours are breakdowns as well.
    private void markThinSections(List<Integer> borders, boolean[] broken) {
        for (int i = 1; i + 1 < borders.size(); i++) {
            double before = fullness(borders.get(i - 1), borders.get(i));
            double own = fullness(borders.get(i), borders.get(i + 1));
            double after =
                    fullness(borders.get(i + 1), i + 2 < borders.size() ? borders.get(i + 2) : to);
            if (own < Math.min(before, after) - STEP_DECIBELS) {
                Arrays.fill(broken, borders.get(i), borders.get(i + 1), true);
            }
        }
    }

    /// The mean level of all bands, dB: how much of the spectrum is filled.
    private double fullness(int start, int end) {
        double sum = 0;
        for (double[] level : levels) {
            for (int t = start; t < end; t++) {
                sum += level[t];
            }
        }
        return sum / levels.length / Math.max(1, end - start);
    }

    private List<Structure.Span> sections(List<Integer> borders) {
        List<Structure.Span> sections = new ArrayList<>();
        double start = bars.from();
        for (int border : borders) {
            double end = bars.nearest(seconds(border));
            if (end > start && end < bars.to()) {
                sections.add(new Structure.Span(start, end));
                start = end;
            }
        }
        sections.add(new Structure.Span(start, bars.to()));
        return sections;
    }

    private Structure.Span loudest(List<Structure.Span> sections) {
        Structure.Span best = sections.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (Structure.Span section : sections) {
            int start = Math.clamp((int) (section.startSeconds() * rate), 0, whole.length - 1);
            int end = Math.clamp((int) (section.endSeconds() * rate), start + 1, whole.length);
            double sum = 0;
            for (int t = start; t < end; t++) {
                sum += Math.pow(10, whole[t] / 10);
            }
            if (sum / (end - start) > most) {
                most = sum / (end - start);
                best = section;
            }
        }
        return best;
    }

    private List<Structure.Span> breakdowns(boolean[] broken, int intro, int outro) {
        List<Structure.Span> found = new ArrayList<>();
        int start = -1;
        for (int t = intro; t <= outro; t++) {
            boolean within = t < outro && broken[t];
            if (within && start < 0) {
                start = t;
            }
            if (!within && start >= 0) {
                if (t - start >= SECTION_SECONDS * rate) {
                    double begin = bars.nearest(seconds(start));
                    double end = bars.nearest(seconds(t));
                    if (end > begin) {
                        found.add(new Structure.Span(begin, end));
                    }
                }
                start = -1;
            }
        }
        return found;
    }
}
