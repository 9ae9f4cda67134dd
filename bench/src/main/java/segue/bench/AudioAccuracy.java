package segue.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// How often programs name the tempo and the key of the clips that [AudioClips] made: tables in
/// Markdown, one row a program, then its rows by source and by style.
///
/// `AudioAccuracy CLIPS/truth.csv segue=segue.jsonl queenmary=queenmary.csv …`. A clip of which a
/// program says nothing counts as wrong. Brackets hold 95 % of 2000 bootstrap samples of the clips.
public final class AudioAccuracy {

    private static final int SAMPLES = 2000;

    private AudioAccuracy() {}

    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("usage: AudioAccuracy TRUTH NAME=PREDICTIONS…");
        }
        List<Clip> clips = Clip.read(Path.of(arguments[0]));
        Map<String, List<AudioScore>> programs = new LinkedHashMap<>();
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("expected NAME=FILE, found " + argument);
            }
            Path file = Path.of(argument.substring(equals + 1));
            programs.put(argument.substring(0, equals), scores(clips, file));
        }
        print(programs);
    }

    private static List<AudioScore> scores(List<Clip> clips, Path file) {
        Map<String, AudioPrediction> said = AudioPrediction.read(file);
        List<AudioScore> scores = new ArrayList<>();
        for (Clip clip : clips) {
            AudioPrediction one = said.get(clip.file());
            String key = one == null || one.key() == null ? "" : one.key();
            scores.add(new AudioScore(clip, one == null ? 0 : one.bpm(), key));
        }
        return scores;
    }

    private static void print(Map<String, List<AudioScore>> programs) {
        System.out.println(
                """
                | program | clips | A1 | A2 | within .05 BPM | median error of A1 |
                |---|---|---|---|---|---|""");
        programs.forEach((name, scores) -> System.out.println(tempoRow(name, scores)));
        System.out.println(
                """

                | program | clips with a key | exact | MIREX | major | minor |
                |---|---|---|---|---|---|""");
        programs.forEach((name, scores) -> System.out.println(keyRow(name, scores)));
        byGroup(programs, "played by", score -> score.clip().source());
        byGroup(programs, "style", score -> score.clip().style());
    }

    private static String tempoRow(String name, List<AudioScore> scores) {
        double[] errors =
                scores.stream()
                        .filter(score -> score.accuracy1() == 1)
                        .mapToDouble(AudioScore::error)
                        .sorted()
                        .toArray();
        double median = errors.length == 0 ? Double.NaN : errors[errors.length / 2];
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %s | %.3f |",
                name,
                scores.size(),
                interval(scores, AudioScore::accuracy1),
                interval(scores, AudioScore::accuracy2),
                interval(scores, AudioScore::exact),
                median);
    }

    private static String keyRow(String name, List<AudioScore> all) {
        List<AudioScore> scores = all.stream().filter(AudioScore::hasKey).toList();
        List<AudioScore> minor = scores.stream().filter(AudioScore::isMinor).toList();
        List<AudioScore> major = scores.stream().filter(score -> !score.isMinor()).toList();
        return String.format(
                Locale.ROOT,
                "| %s | %d (%d minor) | %.3f | %s | %s | %s |",
                name,
                scores.size(),
                minor.size(),
                AudioScore.mean(scores, AudioScore::keyExact),
                interval(scores, AudioScore::keyWeight),
                interval(major, AudioScore::keyWeight),
                interval(minor, AudioScore::keyWeight));
    }

    /// One row a group, one column a program: A1 / A2 / MIREX.
    private static void byGroup(
            Map<String, List<AudioScore>> programs,
            String title,
            Function<AudioScore, String> group) {
        System.out.printf("%n| %s | clips | %s |%n", title, String.join(" | ", programs.keySet()));
        System.out.println("|---|---" + "|---".repeat(programs.size()) + "|");
        Map<String, Integer> sizes = new TreeMap<>();
        programs.values()
                .iterator()
                .next()
                .forEach(s -> sizes.merge(group.apply(s), 1, Integer::sum));
        sizes.forEach(
                (name, size) -> {
                    StringBuilder row = new StringBuilder("| " + name + " | " + size + " |");
                    for (List<AudioScore> all : programs.values()) {
                        List<AudioScore> scores =
                                all.stream().filter(s -> group.apply(s).equals(name)).toList();
                        List<AudioScore> keyed =
                                scores.stream().filter(AudioScore::hasKey).toList();
                        row.append(
                                String.format(
                                        Locale.ROOT,
                                        " %.2f / %.2f / %.2f |",
                                        AudioScore.mean(scores, AudioScore::accuracy1),
                                        AudioScore.mean(scores, AudioScore::accuracy2),
                                        AudioScore.mean(keyed, AudioScore::keyWeight)));
                    }
                    System.out.println(row);
                });
    }

    private static String interval(List<AudioScore> scores, ToDoubleFunction<AudioScore> measure) {
        if (scores.isEmpty()) {
            return "-";
        }
        double[] values = scores.stream().mapToDouble(measure).toArray();
        SplittableRandom random = new SplittableRandom(1);
        double[] means = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[sample] = sum / values.length;
        }
        Arrays.sort(means);
        return String.format(
                Locale.ROOT,
                "%.3f [%.2f, %.2f]",
                Arrays.stream(values).average().orElse(0),
                means[SAMPLES / 40],
                means[SAMPLES - 1 - SAMPLES / 40]);
    }
}
