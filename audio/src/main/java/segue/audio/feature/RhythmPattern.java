package segue.audio.feature;

import segue.audio.dsp.Fft;
import segue.audio.dsp.OnsetStrength;
import segue.audio.dsp.Stft;

/// What the onsets do, seen from the beat: how many there are, how they repeat after parts and
/// multiples of a beat (so that one groove at two tempos looks alike, as in Holzapfel and
/// Stylianou's rhythmic descriptors, 2011), and how their changes spread over modulation
/// frequencies (Pampalk, "Computational models of music similarity", 2006). Immutable.
public final class RhythmPattern {

    /// After how many beats repetition is measured.
    private static final double[] BEATS = {.25, 1 / 3.0, .5, 2 / 3.0, .75, 1, 1.5, 2, 2.5, 3, 4, 8};

    private static final int REGIONS = OnsetStrength.REGIONS;
    private static final int MODULATIONS = 5;
    private static final int MODULATION_FRAMES = 512;
    private static final double FRAMES_A_SECOND = (double) Stft.SAMPLE_RATE / Stft.HOP;

    /// The beat where none was found.
    private static final double FALLBACK_BPM = 120;

    private static final int PEAK_REACH = 3;
    private static final int MEAN_REACH = 43;

    private final double bpm;
    private final double[] onsetsPerSecond = new double[REGIONS + 1];
    private final double[][] repeats = new double[REGIONS + 1][BEATS.length];
    private final double[][] modulations = new double[REGIONS][MODULATIONS];

    private RhythmPattern(double bpm) {
        this.bpm = bpm;
    }

    /// Measures the onsets of a whole track.
    ///
    /// @param onsets after its last frame
    /// @param tempo of the same track
    public static RhythmPattern of(OnsetStrength onsets, Tempo tempo) {
        RhythmPattern pattern = new RhythmPattern(tempo.bpm());
        double beat = FRAMES_A_SECOND * 60 / (tempo.bpm() > 0 ? tempo.bpm() : FALLBACK_BPM);
        float[] sum = new float[onsets.frames()];
        for (int region = 0; region <= REGIONS; region++) {
            float[] curve = sum;
            if (region < REGIONS) {
                curve = onsets.region(region);
                for (int n = 0; n < curve.length; n++) {
                    sum[n] += curve[n];
                }
                pattern.modulations[region] = modulations(curve);
            }
            pattern.onsetsPerSecond[region] = onsetsPerSecond(curve);
            float[] centred = centred(curve);
            for (int b = 0; b < BEATS.length; b++) {
                pattern.repeats[region][b] = repeat(centred, beat * BEATS[b]);
            }
        }
        return pattern;
    }

    /// Onsets a second, all regions of pitch together.
    public double onsetsPerSecond() {
        return onsetsPerSecond[REGIONS];
    }

    /// How far the onsets repeat after one beat, -1..1; steady dance music reaches .6 and more.
    public double beatStrength() {
        return repeats[REGIONS][5];
    }

    /// Puts what is known into the vector of [Timbre].
    void describe(float[] values) {
        double octave = bpm > 0 ? 2 * Math.PI * Math.log(bpm / 60) / Math.log(2) : 0;
        TimbreMeter.put(values, Timbre.Part.TEMPO, 0, bpm > 0 ? Math.cos(octave) : 0);
        TimbreMeter.put(values, Timbre.Part.TEMPO, 1, bpm > 0 ? Math.sin(octave) : 0);
        double pace = bpm > 0 ? Math.log(bpm / FALLBACK_BPM) / Math.log(2) : 0;
        TimbreMeter.put(values, Timbre.Part.PACE, 0, pace);
        TimbreMeter.put(values, Timbre.Part.PULSE, 0, repeats[REGIONS][5]);
        TimbreMeter.put(values, Timbre.Part.PULSE, 1, repeats[REGIONS][7]);
        TimbreMeter.put(values, Timbre.Part.PULSE, 2, repeats[REGIONS][10]);
        for (int region = 0; region <= REGIONS; region++) {
            double rate = Math.log1p(onsetsPerSecond[region]);
            TimbreMeter.put(values, Timbre.Part.ONSETS, region, rate);
        }
        for (int region = 0; region < REGIONS; region++) {
            for (int b = 0; b < BEATS.length; b++) {
                int index = region * BEATS.length + b;
                TimbreMeter.put(values, Timbre.Part.PATTERN, index, repeats[region][b]);
            }
            for (int m = 0; m < MODULATIONS; m++) {
                int index = region * MODULATIONS + m;
                TimbreMeter.put(values, Timbre.Part.MODULATION, index, modulations[region][m]);
            }
        }
    }

    /// Peaks of seven frames that stand out of the second around them by half a deviation.
    private static double onsetsPerSecond(float[] curve) {
        int length = curve.length;
        if (length == 0) {
            return 0;
        }
        double sum = 0;
        double squares = 0;
        for (float value : curve) {
            sum += value;
            squares += (double) value * value;
        }
        double deviation = Math.sqrt(Math.max(0, squares / length - sum / length * (sum / length)));
        double around = 0;
        for (int n = 0; n < Math.min(length, MEAN_REACH); n++) {
            around += curve[n];
        }
        int onsets = 0;
        for (int n = 0; n < length; n++) {
            around += n + MEAN_REACH < length ? curve[n + MEAN_REACH] : 0;
            around -= n > MEAN_REACH ? curve[n - MEAN_REACH - 1] : 0;
            double threshold = around / (2 * MEAN_REACH + 1) + .5 * deviation;
            if (curve[n] > threshold && curve[n] > 1e-6 && isPeak(curve, n)) {
                onsets++;
            }
        }
        return onsets * FRAMES_A_SECOND / length;
    }

    private static boolean isPeak(float[] curve, int n) {
        int from = Math.max(0, n - PEAK_REACH);
        int to = Math.min(curve.length - 1, n + PEAK_REACH);
        for (int other = from; other <= to; other++) {
            if (curve[other] > curve[n] || (curve[other] == curve[n] && other < n)) {
                return false;
            }
        }
        return true;
    }

    /// Smoothed over three frames, without the mean.
    private static float[] centred(float[] curve) {
        int length = curve.length;
        float[] out = new float[length];
        double sum = 0;
        for (int n = 0; n < length; n++) {
            float left = curve[Math.max(0, n - 1)];
            float right = curve[Math.min(length - 1, n + 1)];
            out[n] = left + 2 * curve[n] + right;
            sum += out[n];
        }
        float mean = (float) (sum / Math.max(1, length));
        for (int n = 0; n < length; n++) {
            out[n] -= mean;
        }
        return out;
    }

    /// The autocorrelation at a lag of frames, between frames interpolated.
    private static double repeat(float[] curve, double lag) {
        int whole = (int) lag;
        float part = (float) (lag - whole);
        double both = 0;
        double one = 1e-9;
        double two = 1e-9;
        for (int n = whole + 1; n < curve.length; n++) {
            float then = curve[n - whole] * (1 - part) + curve[n - whole - 1] * part;
            both += curve[n] * then;
            one += curve[n] * curve[n];
            two += then * then;
        }
        return both / Math.sqrt(one * two);
    }

    /// The shares of octaves of modulation, from .5 Hz on.
    private static double[] modulations(float[] curve) {
        double[] shares = new double[MODULATIONS];
        Fft fft = new Fft(MODULATION_FRAMES);
        float[] frame = new float[MODULATION_FRAMES];
        float[] power = new float[fft.bins()];
        double total = 0;
        for (int start = 0; start + MODULATION_FRAMES <= curve.length; start += 512) {
            System.arraycopy(curve, start, frame, 0, MODULATION_FRAMES);
            fft.power(frame, power);
            for (int m = 0; m < MODULATIONS; m++) {
                for (int bin = (3 << m); bin < (3 << (m + 1)); bin++) {
                    shares[m] += power[bin];
                    total += power[bin];
                }
            }
        }
        for (int m = 0; m < MODULATIONS; m++) {
            shares[m] = total > 0 ? shares[m] / total : 0;
        }
        return shares;
    }
}
