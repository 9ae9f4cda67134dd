package segue.audio.dsp;

import java.util.Arrays;

/// How strongly something begins at each moment, in four regions of pitch: kick and bass, body,
/// snare and voice, cymbals.
///
/// Spectral flux over mel bands against a maximum-filtered earlier frame (SuperFlux: Böck and
/// Widmer, "Maximum filter vibrato suppression for onset detection", DAFx 2013), after adaptive
/// whitening by a slowly falling peak (Stowell and Plumbley, ICMC 2007) and a logarithm, so that
/// the recording's gain makes no difference. A fifth curve holds the change of harmony: the
/// distance between the mean spectrum of the moments before and after, 80 to 1400 Hz.
///
/// Memory: 20 bytes a frame, at most [#MAX_FRAMES] frames; what follows is not heard. Listens
/// after the [MelBands] it is given. Not thread-safe.
public final class OnsetStrength implements Stft.Listener {

    /// The regions of pitch, by their index: below 160 Hz, to 600, to 3000, above.
    public static final int REGIONS = 4;

    /// The most that is kept: two hours.
    public static final int MAX_FRAMES = 2 * 3600 * Stft.SAMPLE_RATE / Stft.HOP;

    /// How much later than the sound its onset shows in these curves, in frames: the window sees a
    /// sound coming. Between a click's (-.55) and a plucked string's (0).
    public static final double DELAY_FRAMES = -.1;

    private static final double[] EDGES_HERTZ = {160, 600, 3000};
    private static final int LAG = 2;
    private static final float COMPRESSION = 60;
    private static final float FALL = (float) Math.pow(.5, 1 / (12.0 * 86));
    private static final float SILENCE = 1e-5f;

    private final MelBands mel;
    private final int[] region;
    private final float[] peaks;
    private final float[][] past;
    private final Curve[] curves = new Curve[REGIONS];
    private final HarmonicChange change = new HarmonicChange();
    private final float[] rise = new float[REGIONS];
    private int frames;

    /// @param mel the bands to take, of the shared transform; must listen before this
    public OnsetStrength(MelBands mel) {
        this.mel = mel;
        region = new int[mel.count()];
        for (int b = 0; b < region.length; b++) {
            int at = Arrays.binarySearch(EDGES_HERTZ, mel.centre(b));
            region[b] = at < 0 ? -at - 1 : at;
        }
        peaks = new float[mel.count()];
        past = new float[LAG + 1][mel.count()];
        Arrays.setAll(curves, r -> new Curve());
    }

    /// The mel bands that this was made for: 40 from 30 to 11,000 Hz.
    public static MelBands bands() {
        return new MelBands(40, 30, 11_000);
    }

    @Override
    public void frame(float[] magnitudes) {
        if (frames == MAX_FRAMES) {
            return;
        }
        float[] now = past[frames % (LAG + 1)];
        whiten(mel.latest(), now);
        float[] then = past[(frames + 1) % (LAG + 1)];
        Arrays.fill(rise, 0);
        int last = now.length - 1;
        for (int b = 0; b <= last; b++) {
            float before =
                    Math.max(
                            then[b],
                            Math.max(then[Math.max(0, b - 1)], then[Math.min(last, b + 1)]));
            rise[region[b]] += Math.max(0, now[b] - before);
        }
        for (int r = 0; r < REGIONS; r++) {
            curves[r].add(frames < LAG ? 0 : rise[r]);
        }
        change.frame(magnitudes);
        frames++;
    }

    private void whiten(float[] bands, float[] out) {
        float loudest = SILENCE;
        for (int b = 0; b < bands.length; b++) {
            peaks[b] = Math.max(bands[b], peaks[b] * FALL);
            loudest = Math.max(loudest, peaks[b]);
        }
        for (int b = 0; b < bands.length; b++) {
            float reference = Math.max(peaks[b], .02f * loudest);
            out[b] = (float) Math.log(1 + COMPRESSION * bands[b] / reference);
        }
    }

    /// Frames kept.
    public int frames() {
        return frames;
    }

    /// A region's curve, one value a frame, a new array.
    public float[] region(int index) {
        return curves[index].toArray();
    }

    /// The change of harmony, one value a frame, a new array.
    public float[] harmonicChange() {
        return change.curve(frames);
    }
}
