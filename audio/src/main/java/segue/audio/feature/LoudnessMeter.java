package segue.audio.feature;

import java.util.List;
import segue.audio.decode.Speaker;

/// Measures how loud a sound is: integrated loudness after ITU-R BS.1770-4 (blocks of 400 ms
/// each 100 ms; gates at -70 LUFS and 10 LU below the mean), loudness range after EBU Tech 3342
/// (blocks of 3 s each 100 ms; 10th to 95th percentile; second gate at 20 LU) and true peak.
/// The state is of a fixed size. Not thread-safe.
public final class LoudnessMeter {

    private static final int STEPS_PER_SECOND = 10;
    private static final int MOMENTARY_STEPS = 4;
    private static final int SHORT_TERM_STEPS = 30;
    private static final double INTEGRATED_GATE_LU = 10;
    private static final double RANGE_GATE_LU = 20;
    private static final double SURROUND_WEIGHT = 1.41;
    private static final double SILENT_DBTP = -200;

    private final int sampleRate;
    private final double[] weights;
    private final KWeighting[] filters;
    private final TruePeakMeter peak;
    private final LoudnessHistogram momentary = new LoudnessHistogram();
    private final LoudnessHistogram shortTerm = new LoudnessHistogram();
    private final double[] steps = new double[SHORT_TERM_STEPS];
    private final double[] pair = new double[2];
    private long stepCount;
    private long position;
    private long stepStart;
    private long stepEnd;
    private double stepEnergy;

    /// @param sampleRate hertz
    /// @param speakers what each channel is for
    public LoudnessMeter(int sampleRate, List<Speaker> speakers) {
        this.sampleRate = sampleRate;
        weights = new double[speakers.size()];
        filters = new KWeighting[speakers.size()];
        for (int channel = 0; channel < weights.length; channel++) {
            weights[channel] =
                    switch (speakers.get(channel)) {
                        case FRONT -> 1;
                        case SURROUND -> SURROUND_WEIGHT;
                        case LOW_FREQUENCY -> 0;
                    };
            filters[channel] = new KWeighting(sampleRate);
        }
        peak = new TruePeakMeter(sampleRate, weights.length);
        stepEnd = boundary(1);
    }

    /// Takes the next `length` samples of each channel.
    ///
    /// @param samples channels × at least length, full scale 1
    public void accept(float[][] samples, int length) {
        if (samples.length != weights.length) {
            throw new IllegalArgumentException(
                    "channels differ: made for %d, given %d"
                            .formatted(weights.length, samples.length));
        }
        peak.accept(samples, length);
        for (int from = 0; from < length; ) {
            int to = (int) Math.min(length, from + stepEnd - position);
            stepEnergy += energy(samples, from, to);
            position += to - from;
            from = to;
            if (position == stepEnd) {
                step();
            }
        }
    }

    private double energy(float[][] samples, int from, int to) {
        double sum = 0;
        int channel = 0;
        for (; channel + 1 < weights.length; channel += 2) {
            KWeighting.energies(
                    filters[channel],
                    samples[channel],
                    filters[channel + 1],
                    samples[channel + 1],
                    from,
                    to,
                    pair);
            sum += weights[channel] * pair[0] + weights[channel + 1] * pair[1];
        }
        if (channel < weights.length) {
            sum += weights[channel] * filters[channel].energy(samples[channel], from, to);
        }
        return sum;
    }

    /// Ends 100 ms: the blocks of 400 ms and of 3 s that end here are complete.
    private void step() {
        steps[(int) (stepCount % SHORT_TERM_STEPS)] = stepEnergy / (stepEnd - stepStart);
        stepCount++;
        if (stepCount >= MOMENTARY_STEPS) {
            momentary.add(recent(MOMENTARY_STEPS));
        }
        if (stepCount >= SHORT_TERM_STEPS) {
            shortTerm.add(recent(SHORT_TERM_STEPS));
        }
        stepEnergy = 0;
        stepStart = stepEnd;
        stepEnd = boundary(stepCount + 1);
    }

    /// Where a step ends, samples from the start: exact on average for any rate.
    private long boundary(long step) {
        return step * sampleRate / STEPS_PER_SECOND;
    }

    /// Mean power of the last steps.
    private double recent(int count) {
        double sum = 0;
        for (long step = stepCount - count; step < stepCount; step++) {
            sum += steps[(int) (step % SHORT_TERM_STEPS)];
        }
        return sum / count;
    }

    /// The result; nothing may follow. A sound shorter than 400 ms counts as silent, one
    /// shorter than 3 s has no range.
    public Loudness finish() {
        double ungated = momentary.mean(LoudnessHistogram.FLOOR);
        double integrated = momentary.mean(ungated - INTEGRATED_GATE_LU);
        double gate = shortTerm.mean(LoudnessHistogram.FLOOR) - RANGE_GATE_LU;
        float highest = peak.finish();
        return new Loudness(
                integrated,
                shortTerm.range(gate, .1, .95),
                highest > 0 ? Math.max(SILENT_DBTP, 20 * Math.log10(highest)) : SILENT_DBTP);
    }
}
