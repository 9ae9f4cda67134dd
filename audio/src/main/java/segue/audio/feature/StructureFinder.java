package segue.audio.feature;

import java.util.Arrays;
import java.util.List;
import segue.audio.dsp.Curve;
import segue.audio.dsp.OctaveBands;
import segue.audio.dsp.Stft;

/// Finds the [Structure] from levels of eight octaves at 2.7 Hz: borders where the sound of the
/// time before differs most from that of the time after (the checkerboard of Foote, "Automatic
/// audio segmentation using a measure of audio novelty", ICME 2000, over twelve seconds either
/// way), intro and outro by the level and its bass against the body of the track. Borders are moved
/// to the nearest bar when the tempo is known.
///
/// Memory: half a megabyte an hour. Listens after the bands that it is given. Not thread-safe.
public final class StructureFinder implements Stft.Listener {

    /// Frames a moment.
    private static final int FRAMES = 32;

    /// Frames a step of the curve by which silence is found: 93 ms.
    private static final int FINE_FRAMES = 8;

    private static final double FRAMES_A_SECOND = (double) Stft.SAMPLE_RATE / Stft.HOP;

    /// 60 dB below the loudest step.
    private static final float SILENCE = 1e-6f;

    /// Nothing below that sounds: -90 dB.
    private static final float NOTHING = 1e-9f;

    private final OctaveBands octaves;
    private final float[] sums = new float[OctaveBands.COUNT];
    private final Curve[] powers = new Curve[OctaveBands.COUNT];
    private final Curve fine = new Curve();
    private float fineSum;
    private long frames;

    public StructureFinder(OctaveBands octaves) {
        this.octaves = octaves;
        Arrays.setAll(powers, b -> new Curve());
    }

    @Override
    public void frame(float[] magnitudes) {
        for (int b = 0; b < sums.length; b++) {
            sums[b] += octaves.power(b);
        }
        fineSum += octaves.total();
        frames++;
        if (frames % FINE_FRAMES == 0) {
            endStep(FINE_FRAMES);
        }
        if (frames % FRAMES == 0) {
            endMoment(FRAMES);
        }
    }

    private void endStep(int count) {
        fine.add(fineSum / count);
        fineSum = 0;
    }

    private void endMoment(int count) {
        for (int b = 0; b < sums.length; b++) {
            powers[b].add(sums[b] / count);
            sums[b] = 0;
        }
    }

    /// The form of what was heard; nothing may follow.
    ///
    /// @param tempo of the same track, for the bars
    /// @param duration of the track, seconds
    public Structure finish(Tempo tempo, double duration) {
        if (frames % FINE_FRAMES > 0) {
            endStep((int) (frames % FINE_FRAMES));
        }
        if (frames % FRAMES > 0) {
            endMoment((int) (frames % FRAMES));
        }
        float[] steps = fine.toArray();
        float loudest = 0;
        for (float step : steps) {
            loudest = Math.max(loudest, step);
        }
        float threshold = Math.max(NOTHING, loudest * SILENCE);
        if (!(loudest > threshold)) {
            return silence(duration);
        }
        int start = 0;
        while (steps[start] < threshold) {
            start++;
        }
        int end = steps.length;
        while (steps[end - 1] < threshold) {
            end--;
        }
        double stepSeconds = FINE_FRAMES / FRAMES_A_SECOND;
        double from = Math.min(start * stepSeconds, duration);
        double to = end == steps.length ? duration : Math.min(end * stepSeconds, duration);
        float[][] levels = new float[powers.length][];
        Arrays.setAll(levels, b -> powers[b].toArray());
        int ratio = FRAMES / FINE_FRAMES;
        return new Outline(
                        levels,
                        OctaveBands.MID,
                        start / ratio,
                        Math.min(levels[0].length, (end + ratio - 1) / ratio),
                        FRAMES_A_SECOND / FRAMES,
                        BarGrid.of(tempo, from, to))
                .structure(duration);
    }

    private static Structure silence(double duration) {
        Structure.Span nothing = new Structure.Span(duration, duration);
        return new Structure(
                duration, duration, duration, duration, duration, List.of(), nothing, List.of());
    }
}
