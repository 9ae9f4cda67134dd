package segue.audio.feature;

import segue.audio.dsp.Stft;

/// How a level moves: what tells speech from music, after Scheirer and Slaney, "Construction and
/// evaluation of a robust multifeature speech/music discriminator" (ICASSP 1997): syllables come
/// four times a second, and between them it is quiet. Memory is fixed. Not thread-safe.
final class LevelMovement {

    private static final double FRAMES_A_SECOND = (double) Stft.SAMPLE_RATE / Stft.HOP;
    private static final double SYLLABLES_HERTZ = 4;
    private static final double WIDTH_HERTZ = 3;

    private final float[] second = new float[(int) FRAMES_A_SECOND];
    private int filled;
    private long quiet;
    private long judged;

    /// A resonator: y = gain (x - x₋₂) + a₁ y₋₁ + a₂ y₋₂.
    private final double gain;

    private final double a1;
    private final double a2;
    private double x1;
    private double x2;
    private double y1;
    private double y2;
    private double moving;
    private double sum;
    private long count;

    LevelMovement() {
        double angle = 2 * Math.PI * SYLLABLES_HERTZ / FRAMES_A_SECOND;
        double width = Math.tan(Math.PI * WIDTH_HERTZ / FRAMES_A_SECOND);
        gain = width / (1 + width);
        a1 = 2 * Math.cos(angle) / (1 + width);
        a2 = -(1 - width) / (1 + width);
    }

    /// Takes the level (a magnitude) of the next frame.
    void add(float level) {
        double y = gain * (level - x2) + a1 * y1 + a2 * y2;
        x2 = x1;
        x1 = level;
        y2 = y1;
        y1 = y;
        moving += y * y;
        sum += level;
        count++;
        second[filled++] = level;
        if (filled == second.length) {
            judge();
            filled = 0;
        }
    }

    private void judge() {
        double mean = 0;
        for (float level : second) {
            mean += level;
        }
        mean /= second.length;
        if (mean == 0) {
            return;
        }
        for (float level : second) {
            if (level < mean / 2) {
                quiet++;
            }
        }
        judged += second.length;
    }

    /// The share of frames below half of the mean of their second.
    double quietShare() {
        return judged == 0 ? 0 : (double) quiet / judged;
    }

    /// The movement around 4 Hz over the mean level.
    double syllables() {
        return sum == 0 ? 0 : Math.sqrt(moving / count) / (sum / count);
    }
}
