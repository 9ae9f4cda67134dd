package segue.core.tune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import segue.core.data.Weighting;
import segue.core.train.Algorithms;
import segue.core.train.Settings;

/// All settings of an algorithm that a search may try. Settings that are not in it keep their
/// defaults.
///
/// @param algorithm the algorithm's name
/// @param choices setting → its values
public record Space(String algorithm, SequencedMap<String, Choice> choices) {

    /// What is searched when nobody says, beside the list in [Algorithms]. No entry: the algorithm
    /// has nothing to tune.
    private static final Map<String, Map<String, String>> USUAL =
            Map.of(
                    "als",
                    ordered(
                            "rank", "32,64,128,192",
                            "regularization", ".01..500:log",
                            "alpha", ".1..100:log",
                            "weight", "log1p,tfidf,binary,bm25"),
                    "ease",
                    ordered(
                            "regularization", ".01..20000:log",
                            "weight", "log1p,tfidf,binary,bm25"),
                    "item-knn",
                    ordered(
                            "similarity", "cosine,tfidf,bm25,jaccard,likelihood",
                            "neighbours", "20..1000:log",
                            "shrinkage", "0..50",
                            "weight", "log1p,tfidf,binary,bm25"),
                    "user-knn",
                    ordered(
                            "similarity", "cosine,tfidf,bm25",
                            "neighbours", "10..500:log",
                            "weight", "log1p,tfidf,binary,bm25"),
                    "rp3beta",
                    ordered(
                            "alpha", ".2..1.5",
                            "beta", "0..1",
                            "neighbours", "50..1000:log"),
                    "nmf",
                    ordered(
                            "rank", "32,64,128",
                            "l1", ".0001..1:log",
                            "l2", ".0001..10:log",
                            "weight", "log1p,tfidf,binary,bm25"),
                    "warp",
                    ordered(
                            "rank", "32,64,128",
                            "iterations", "20..80:log",
                            "learningRate", ".01..0.2:log",
                            "userRegularization", ".01..10:log",
                            "itemRegularization", ".01..10:log"),
                    "bpr",
                    ordered(
                            "rank", "32,64,128",
                            "iterations", "50..300:log",
                            "learningRate", ".01..0.2:log",
                            "regularization", ".0001..0.1:log"),
                    "mf",
                    ordered(
                            "rank", "8,16,32,64",
                            "learningRate", ".002..0.05:log",
                            "regularization", ".005..0.5:log"));

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    public Space {
        choices = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(choices));
    }

    /// The space that is searched when nobody says.
    ///
    /// @throws IllegalArgumentException for an unknown algorithm
    public static Space usual(String algorithm) {
        return of(algorithm, USUAL.getOrDefault(algorithm, Map.of()));
    }

    /// A space from texts like `32,64,128` or `.01..500:log`.
    ///
    /// @param texts setting (or `weight`) → its values
    /// @throws IllegalArgumentException for an unknown algorithm or setting, a text that cannot be
    ///   read, or a value the algorithm refuses
    public static Space of(String algorithm, Map<String, String> texts) {
        Map<String, Object> defaults = Settings.of((Record) Algorithms.of(algorithm, Map.of()));
        SequencedMap<String, Choice> choices = new LinkedHashMap<>();
        texts.forEach(
                (name, text) -> {
                    Object usual = defaults.get(name);
                    boolean whole = usual instanceof Integer || usual instanceof Long;
                    Choice choice = Choice.parse(name, text, whole);
                    check(algorithm, name, choice);
                    choices.put(name, choice);
                });
        return new Space(algorithm, choices);
    }

    private static void check(String algorithm, String name, Choice choice) {
        List<String> samples =
                switch (choice) {
                    case Choice.Values(List<String> values) -> values;
                    case Choice.Range range -> List.of(range.at(0), range.at(1));
                };
        for (String sample : samples) {
            if (name.equals(Candidate.WEIGHT)) {
                Weighting.parse(sample);
            } else {
                Algorithms.of(algorithm, Map.of(name, sample));
            }
        }
    }

    /// How many candidates there are; [Long#MAX_VALUE] if a range is among the choices.
    public long size() {
        long size = 1;
        for (Choice choice : choices.values()) {
            switch (choice) {
                case Choice.Values(List<String> values) ->
                        size = Math.multiplyExact(size, (long) values.size());
                case Choice.Range _ -> {
                    return Long.MAX_VALUE;
                }
            }
        }
        return size;
    }

    /// Every candidate, the last setting changing fastest.
    ///
    /// @throws IllegalArgumentException if a range is among the choices
    public List<Candidate> all() {
        List<SequencedMap<String, String>> all = List.of(new LinkedHashMap<>());
        for (Map.Entry<String, Choice> choice : choices.entrySet()) {
            if (!(choice.getValue() instanceof Choice.Values(List<String> values))) {
                throw new IllegalArgumentException(
                        "a grid needs values, and %s is a range; list them (%s=1,10,100) or search at random"
                                .formatted(choice.getKey(), choice.getKey()));
            }
            List<SequencedMap<String, String>> longer = new ArrayList<>();
            for (SequencedMap<String, String> settings : all) {
                for (String value : values) {
                    SequencedMap<String, String> next = new LinkedHashMap<>(settings);
                    next.put(choice.getKey(), value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all.stream().map(settings -> new Candidate(algorithm, settings)).toList();
    }

    /// A candidate drawn evenly.
    public Candidate draw(SplittableRandom random) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        choices.forEach((name, choice) -> settings.put(name, choice.draw(random)));
        return new Candidate(algorithm, settings);
    }

    /// The candidate with one setting changed: to each other value of a list, or a step to either
    /// side in a range.
    List<Candidate> neighbours(Candidate candidate) {
        List<Candidate> neighbours = new ArrayList<>();
        choices.forEach(
                (name, choice) -> {
                    for (String value : choice.near(candidate.settings().getOrDefault(name, ""))) {
                        SequencedMap<String, String> settings =
                                new LinkedHashMap<>(candidate.settings());
                        settings.put(name, value);
                        neighbours.add(new Candidate(algorithm, settings));
                    }
                });
        return neighbours;
    }

    /// "als: rank=64,128 alpha=0.1..100.0:log", the same for the same space.
    public String spelled() {
        return algorithm
                + ": "
                + choices.entrySet().stream()
                        .map(choice -> choice.getKey() + "=" + spelled(choice.getValue()))
                        .collect(Collectors.joining(" "));
    }

    private static String spelled(Choice choice) {
        return switch (choice) {
            case Choice.Values(List<String> values) -> String.join(",", values);
            case Choice.Range(double from, double to, boolean log, boolean _) ->
                    from + ".." + to + (log ? ":log" : "");
        };
    }
}
