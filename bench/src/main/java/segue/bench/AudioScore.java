package segue.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// How right a program is about one clip.
///
/// @param clip the truth
/// @param bpm what was said; 0: nothing
/// @param key what was said; empty: nothing
record AudioScore(Clip clip, double bpm, String key) {

    private static final double[] OCTAVES = {1, 2, 3, 1 / 2.0, 1 / 3.0};
    private static final double TOLERANCE = .04;
    private static final List<String> NAMES =
            List.of("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B");

    /// Within 4 %.
    double accuracy1() {
        return near(clip.bpm()) ? 1 : 0;
    }

    /// Within 4 % of the tempo, its double, triple, half or third.
    double accuracy2() {
        for (double octave : OCTAVES) {
            if (near(octave * clip.bpm())) {
                return 1;
            }
        }
        return 0;
    }

    /// Within a twentieth of a beat a minute.
    double exact() {
        return error() <= .05 ? 1 : 0;
    }

    /// Beats a minute off.
    double error() {
        return Math.abs(bpm - clip.bpm());
    }

    /// Weighted as MIREX does: 1 exact, .5 a fifth away (either way), .3 the relative, .2 the
    /// parallel key.
    double keyWeight() {
        int said = number(key);
        int truth = number(clip.key());
        if (said < 0 || truth < 0) {
            return 0;
        }
        if (said == truth) {
            return 1;
        }
        int away = Math.floorMod(said % 12 - truth % 12, 12);
        boolean sameMode = said / 12 == truth / 12;
        if (sameMode) {
            return away == 5 || away == 7 ? .5 : 0;
        }
        boolean relative = away == (truth < 12 ? 9 : 3);
        return away == 0 ? .2 : relative ? .3 : 0;
    }

    /// Just that key.
    double keyExact() {
        return keyWeight() == 1 ? 1 : 0;
    }

    boolean hasKey() {
        return !clip.key().isEmpty();
    }

    boolean isMinor() {
        return clip.key().endsWith("m");
    }

    /// The mean of `measure`; NaN over nothing.
    static double mean(List<AudioScore> scores, ToDoubleFunction<AudioScore> measure) {
        return scores.stream().mapToDouble(measure).average().orElse(Double.NaN);
    }

    private boolean near(double truth) {
        return Math.abs(bpm - truth) <= TOLERANCE * truth;
    }

    /// 0..11 major, 12..23 minor; -1: no key.
    private static int number(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return -1;
        }
        boolean minor = name.endsWith("m");
        int tonic = NAMES.indexOf(minor ? name.substring(0, name.length() - 1) : name);
        return tonic < 0 ? -1 : tonic + (minor ? 12 : 0);
    }
}
