package segue.core.tune;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/// Candidates that promise much by what was tried: a tree-structured Parzen estimator (Bergstra et
/// al. 2011), used within Hyperband as BOHB does (Falkner, Klein, Hutter 2018). The trials with the
/// most effort that are enough to learn from are parted into good and poor ones; of candidates
/// drawn near the good ones, the one is proposed whose density among the good is highest against
/// that among the poor. A third of all proposals is drawn evenly.
final class Proposals {

    private static final double EVENLY = 1 / 3.0;
    private static final double GOOD = .25;
    private static final int DRAWS = 24;
    /// Narrowest kernel, as a share of a range.
    private static final double NARROWEST = .03;

    private final Space space;
    private final SplittableRandom random;

    Proposals(Space space, SplittableRandom random) {
        this.space = space;
        this.random = random;
    }

    /// One candidate, given all trials so far.
    Candidate next(List<Trial> trials) {
        boolean evenly = random.nextDouble() < EVENLY;
        List<Trial> known = enough(trials);
        if (evenly || known.isEmpty()) {
            return space.draw(random);
        }
        int split = Math.max(3, (int) Math.ceil(GOOD * known.size()));
        List<Trial> good = known.subList(0, split);
        List<Trial> poor = known.subList(split, known.size());
        double width = width(split);
        Candidate best = near(good.get(random.nextInt(split)), width);
        double most = promise(best, good, poor, width);
        for (int i = 1; i < DRAWS; i++) {
            Candidate other = near(good.get(random.nextInt(split)), width);
            double promise = promise(other, good, poor, width);
            if (promise > most) {
                best = other;
                most = promise;
            }
        }
        return best;
    }

    /// The trials of the highest share that has enough of them, the best first; none if no share
    /// has.
    private List<Trial> enough(List<Trial> trials) {
        int needed = Math.max(6, 2 * space.choices().size());
        return trials.stream()
                .map(Trial::share)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(share -> trials.stream().filter(trial -> trial.share() == share).toList())
                .filter(those -> those.size() >= needed)
                .findFirst()
                .map(those -> those.stream().sorted(Search.BEST_FIRST).toList())
                .orElse(List.of());
    }

    /// Kernels grow narrower as good trials gather (Scott's rule).
    private double width(int good) {
        return Math.max(NARROWEST, .3 * Math.pow(good, -1.0 / (space.choices().size() + 4)));
    }

    private Candidate near(Trial trial, double width) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        space.choices()
                .forEach(
                        (name, choice) ->
                                settings.put(
                                        name, near(choice, value(trial.candidate(), name), width)));
        return new Candidate(space.algorithm(), settings);
    }

    /// The defaults have no value for what the space leaves to them.
    private static String value(Candidate candidate, String name) {
        return candidate.settings().getOrDefault(name, "");
    }

    private String near(Choice choice, String value, double width) {
        return switch (choice) {
            case Choice.Values values ->
                    value.isEmpty() || random.nextDouble() < width ? values.draw(random) : value;
            case Choice.Range range -> {
                if (!Choice.Range.hasPlace(value)) {
                    boolean stays = !value.isEmpty() && random.nextDouble() >= width;
                    yield stays ? value : range.draw(random);
                }
                double place = range.place(value) + width * random.nextGaussian();
                double reflected = place < 0 ? -place : place > 1 ? 2 - place : place;
                yield range.at(Math.clamp(reflected, 0, 1));
            }
        };
    }

    private double promise(Candidate candidate, List<Trial> good, List<Trial> poor, double width) {
        return logDensity(candidate, good, width) - logDensity(candidate, poor, width);
    }

    /// ln of the mean of one kernel about each trial and one that is everywhere, so that places far
    /// from all trials promise as much as an even draw.
    private double logDensity(Candidate candidate, List<Trial> trials, double width) {
        double everywhere = 1;
        for (Choice choice : space.choices().values()) {
            everywhere *=
                    switch (choice) {
                        case Choice.Values(List<String> values) -> 1.0 / values.size();
                        case Choice.Range _ -> 1;
                    };
        }
        double sum = everywhere;
        for (Trial trial : trials) {
            double kernel = 1;
            for (Map.Entry<String, Choice> choice : space.choices().entrySet()) {
                String at = value(candidate, choice.getKey());
                String other = value(trial.candidate(), choice.getKey());
                kernel *= kernel(choice.getValue(), at, other, width);
            }
            sum += kernel;
        }
        return Math.log(sum / (trials.size() + 1));
    }

    /// How dense `at` is in draws near `other`; where the trial left a setting to the defaults, as
    /// in even draws.
    private static double kernel(Choice choice, String at, String other, double width) {
        return switch (choice) {
            case Choice.Values(List<String> values) -> {
                double even = 1.0 / values.size();
                double stays = other.isEmpty() ? 0 : 1 - width;
                yield (at.equals(other) ? stays : 0) + (1 - stays) * even;
            }
            case Choice.Range range -> {
                if (other.isEmpty()) {
                    yield 1;
                }
                if (!Choice.Range.hasPlace(at) || !Choice.Range.hasPlace(other)) {
                    yield (at.equals(other) ? 1 - width : 0) + width * Choice.Range.AUTO_SHARE;
                }
                double z = (range.place(at) - range.place(other)) / width;
                yield Math.exp(-.5 * z * z) / (width * Math.sqrt(2 * Math.PI));
            }
        };
    }
}
