package segue.audio.compose;

import java.util.Random;

/// How strictly the players keep time: swing, and jitter that each player has of his own.
final class Feel {

    private final Style style;
    private final double swing;
    private final double jitterBeats;
    private final Random random;

    /// @param swing share of a step by which every second one is late
    Feel(Style style, double bpm, double swing, long seed) {
        this.style = style;
        this.swing = swing;
        this.jitterBeats = style.jitterMillis() / 1000 * bpm / 60;
        this.random = new Random(seed);
    }

    /// When a player strikes who means to strike at `step` of the bar that begins at `barBeat`.
    double beat(double barBeat, int step) {
        double beat = barBeat + (double) step / style.stepsPerBeat();
        if (swing > 0 && style.stepsPerBeat() != 3 && (step & 1) == 1) {
            beat += swing / style.stepsPerBeat();
        }
        return beat + loose();
    }

    /// How hard: `mean`, about a tenth more or less when played by hand.
    double velocity(double mean) {
        double spread = style.machine() ? .04 : .1;
        return Math.clamp(mean * (1 + spread * random.nextGaussian()), .05, 1);
    }

    private double loose() {
        return jitterBeats == 0 ? 0 : jitterBeats * Math.clamp(random.nextGaussian(), -2.5, 2.5);
    }
}
