package segue.core.tune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
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

    /// Places in a range that stand for all of it.
    private static final List<Double> SWEEP = List.of(.1, .3, .5, .7, .9);

    public Space {
        choices = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(choices));
    }

    /// The space that is searched when nobody says.
    ///
    /// @throws IllegalArgumentException for an unknown algorithm
    public static Space usual(String algorithm) {
        return of(algorithm, UsualSpaces.of(algorithm));
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
        for (String sample : samples(choice)) {
            if (name.equals(Candidate.WEIGHT)) {
                Weighting.parse(sample);
            } else {
                Algorithms.of(algorithm, Map.of(name, sample));
            }
        }
    }

    /// Values that stand for all.
    private static List<String> samples(Choice choice) {
        return switch (choice) {
            case Choice.Values(List<String> values) -> values;
            case Choice.Range range when range.auto() ->
                    List.of(range.at(0), range.at(1), Choice.Range.AUTO);
            case Choice.Range range -> List.of(range.at(0), range.at(1));
        };
    }

    /// Whether some of the candidates learn from when things were played.
    public boolean dated() {
        return choices.entrySet().stream()
                .filter(choice -> !choice.getKey().equals(Candidate.WEIGHT))
                .flatMap(
                        choice ->
                                samples(choice.getValue()).stream()
                                        .map(sample -> Map.of(choice.getKey(), sample)))
                .anyMatch(settings -> Algorithms.of(algorithm, settings).dated());
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
        return changed(candidate, Choice::near);
    }

    /// The candidate with one setting changed to values all over its range; the same beside every
    /// other value of a list, for what is right depends on that: a weighting wants its own alpha.
    List<Candidate> sweeps(Candidate candidate) {
        List<Candidate> from = new ArrayList<>(List.of(candidate));
        from.addAll(
                changed(
                        candidate,
                        (choice, value) ->
                                choice instanceof Choice.Values values
                                        ? values.near(value)
                                        : List.of()));
        return from.stream()
                .flatMap(
                        one ->
                                changed(
                                        one,
                                        (choice, _) ->
                                                choice instanceof Choice.Range range
                                                        ? SWEEP.stream().map(range::at).toList()
                                                        : List.of())
                                        .stream())
                .toList();
    }

    private List<Candidate> changed(
            Candidate candidate, BiFunction<Choice, String, List<String>> values) {
        List<Candidate> changed = new ArrayList<>();
        choices.forEach(
                (name, choice) -> {
                    String value = candidate.settings().getOrDefault(name, "");
                    for (String other : values.apply(choice, value)) {
                        SequencedMap<String, String> settings =
                                new LinkedHashMap<>(candidate.settings());
                        settings.put(name, other);
                        changed.add(new Candidate(algorithm, settings));
                    }
                });
        return changed;
    }

    /// "als: rank=64,128 alpha=0.1..100.0:log", the same for the same space.
    public String spelled() {
        return algorithm
                + ": "
                + choices.entrySet().stream()
                        .map(choice -> choice.getKey() + "=" + choice.getValue().spelled())
                        .collect(Collectors.joining(" "));
    }
}
