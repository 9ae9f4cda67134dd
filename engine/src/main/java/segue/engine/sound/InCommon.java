package segue.engine.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import segue.engine.filter.KeyRule;
import segue.library.sound.HeardTrack;
import segue.library.sound.Measures;

/// Says what two tracks have in common, in words: of the features in which they agree, those in
/// which they are least like the rest of the library. Immutable.
final class InCommon {

    private static final double SAME_TEMPO = .03;
    private static final double TEMPO_TELLS = .7;
    private static final double SAME_KEY_TELLS = .6;
    private static final double NEAR_KEY_TELLS = .4;

    /// So far from the middle of the library a feature has a word.
    private static final double TELLING = .15;

    /// A feature with words for its two ends.
    private record Feature(
            ToDoubleFunction<Measures> value, String low, String high, String between) {}

    private static final List<Feature> FEATURES =
            List.of(
                    new Feature(Measures::brightnessHertz, "dark", "bright", "alike in brightness"),
                    new Feature(Measures::energy, "calm", "energetic", "alike in energy"),
                    new Feature(
                            Measures::acousticness,
                            "electronic",
                            "acoustic",
                            "alike in instruments"),
                    new Feature(
                            Measures::instrumentalness, "sung", "instrumental", "alike in voice"),
                    new Feature(
                            Measures::danceability,
                            "free in rhythm",
                            "danceable",
                            "alike in rhythm"),
                    new Feature(Measures::valence, "melancholy", "cheerful", "alike in mood"),
                    new Feature(Measures::onsetRate, "sparse", "busy", "alike in density"),
                    new Feature(
                            Measures::loudnessRangeLu,
                            "even in level",
                            "dynamic",
                            "alike in dynamics"));

    private final double[][] sorted = new double[FEATURES.size()][];

    InCommon(List<HeardTrack> tracks) {
        for (int i = 0; i < sorted.length; i++) {
            ToDoubleFunction<Measures> value = FEATURES.get(i).value();
            sorted[i] =
                    tracks.stream()
                            .mapToDouble(track -> value.applyAsDouble(track.measures()))
                            .filter(number -> !Double.isNaN(number))
                            .sorted()
                            .toArray();
        }
    }

    private record Said(String words, double telling) {}

    /// @param n how many at most
    List<String> of(Measures seed, Measures other, int n) {
        List<Said> said = new ArrayList<>();
        tempo(seed, other, said);
        key(seed, other, said);
        for (int i = 0; i < sorted.length; i++) {
            feature(i, seed, other, said);
        }
        return said.stream()
                .sorted(Comparator.comparingDouble(Said::telling).reversed())
                .limit(n)
                .map(Said::words)
                .toList();
    }

    private static void tempo(Measures seed, Measures other, List<Said> said) {
        for (double factor : new double[] {1, .5, 2}) {
            double off = Math.abs(other.bpm() * factor / seed.bpm() - 1);
            if (off <= SAME_TEMPO) {
                said.add(
                        new Said(
                                Heard.bpm(other.bpm()),
                                TEMPO_TELLS * (1 - off / SAME_TEMPO / 2)
                                        - (factor == 1 ? 0 : NEAR_KEY_TELLS / 2)));
                return;
            }
        }
    }

    private static void key(Measures seed, Measures other, List<Said> said) {
        Heard.key(seed)
                .flatMap(
                        one ->
                                Heard.key(other)
                                        .filter(two -> KeyRule.mix(one, two))
                                        .map(
                                                two ->
                                                        new Said(
                                                                two.camelot(),
                                                                one.equals(two)
                                                                        ? SAME_KEY_TELLS
                                                                        : NEAR_KEY_TELLS)))
                .ifPresent(said::add);
    }

    private void feature(int i, Measures seed, Measures other, List<Said> said) {
        Feature feature = FEATURES.get(i);
        double one = place(i, feature.value().applyAsDouble(seed));
        double two = place(i, feature.value().applyAsDouble(other));
        if (Double.isNaN(one) || Double.isNaN(two)) {
            return;
        }
        double apart = Math.abs(one - two);
        double odd = Math.min(Math.abs(one), Math.abs(two));
        boolean sameSide = one > 0 == two > 0;
        if (sameSide && odd >= TELLING) {
            said.add(new Said(one > 0 ? feature.high() : feature.low(), 2 * odd - apart));
        } else {
            said.add(new Said(feature.between(), -1 - apart));
        }
    }

    /// Where a value stands among those of the library: -.5 the lowest, .5 the highest.
    private double place(int i, double value) {
        double[] all = sorted[i];
        if (Double.isNaN(value) || all.length < 2) {
            return Double.NaN;
        }
        int low = Arrays.binarySearch(all, Math.nextDown(value));
        int high = Arrays.binarySearch(all, Math.nextUp(value));
        double below = low < 0 ? -low - 1 : low;
        double notAbove = high < 0 ? -high - 1 : high;
        return (below + notAbove) / 2 / all.length - .5;
    }
}
