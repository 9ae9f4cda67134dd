package segue.engine.mood;

import static segue.library.Feature.ACOUSTICNESS;
import static segue.library.Feature.DANCEABILITY;
import static segue.library.Feature.ENERGY;
import static segue.library.Feature.INSTRUMENTALNESS;
import static segue.library.Feature.TEMPO;
import static segue.library.Feature.VALENCE;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segue.engine.filter.MusicFilter;
import segue.library.Feature;

/// A mood: a region of features, where these are known, and tags that say the same, where they are
/// not.
///
/// @param name "calm"
/// @param region the features that belong to it, all of them
/// @param tags words of people for it
public record Mood(String name, List<Edge> region, List<String> tags) {

    public Mood {
        region = List.copyOf(region);
        tags = List.copyOf(tags);
    }

    /// One border of a region. The fit falls from 1 inside to 0 over `soft` outside.
    public record Edge(Feature feature, double low, double high, double soft) {

        double fit(double value) {
            double outside = Math.max(0, Math.max(low - value, value - high));
            return Math.max(0, 1 - outside / soft);
        }

        String words() {
            String name = feature.column();
            if (Double.isInfinite(high)) {
                return "%s from %s".formatted(name, number(low));
            }
            return Double.isInfinite(low)
                    ? "%s up to %s".formatted(name, number(high))
                    : "%s %s to %s".formatted(name, number(low), number(high));
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, value >= 10 ? "%.0f" : "%.2f", value);
        }
    }

    private static Edge atMost(Feature feature, double high) {
        return new Edge(feature, Double.NEGATIVE_INFINITY, high, soft(feature));
    }

    private static Edge atLeast(Feature feature, double low) {
        return new Edge(feature, low, Double.POSITIVE_INFINITY, soft(feature));
    }

    private static double soft(Feature feature) {
        return feature == TEMPO ? 20 : .2;
    }

    /// Every mood, by name.
    public static final List<Mood> ALL =
            List.of(
                    new Mood(
                            "angry",
                            List.of(
                                    atLeast(ENERGY, .8),
                                    atMost(VALENCE, .45),
                                    atMost(ACOUSTICNESS, .3)),
                            List.of("angry", "aggressive", "hate", "brutal", "hardcore", "metal")),
                    new Mood(
                            "calm",
                            List.of(atMost(ENERGY, .45), atMost(TEMPO, 125)),
                            List.of(
                                    "calm",
                                    "chill",
                                    "chillout",
                                    "mellow",
                                    "relax",
                                    "relaxing",
                                    "ambient",
                                    "soft",
                                    "peaceful",
                                    "downtempo",
                                    "slow",
                                    "quiet")),
                    new Mood(
                            "danceable",
                            List.of(atLeast(DANCEABILITY, .7), atLeast(ENERGY, .5)),
                            List.of("dance", "danceable", "party", "disco", "club", "house")),
                    new Mood(
                            "dark",
                            List.of(atMost(VALENCE, .35), atMost(DANCEABILITY, .75)),
                            List.of(
                                    "dark",
                                    "gothic",
                                    "doom",
                                    "darkwave",
                                    "dark ambient",
                                    "industrial",
                                    "haunting",
                                    "gloomy")),
                    new Mood(
                            "dreamy",
                            List.of(
                                    atMost(ENERGY, .6),
                                    atLeast(INSTRUMENTALNESS, .2),
                                    atMost(VALENCE, .6)),
                            List.of(
                                    "dreamy",
                                    "dream pop",
                                    "ethereal",
                                    "shoegaze",
                                    "atmospheric",
                                    "spacey",
                                    "psychedelic",
                                    "hypnotic")),
                    new Mood(
                            "energetic",
                            List.of(atLeast(ENERGY, .75), atLeast(TEMPO, 105)),
                            List.of(
                                    "energetic",
                                    "energy",
                                    "upbeat",
                                    "powerful",
                                    "workout",
                                    "driving",
                                    "fast",
                                    "punk")),
                    new Mood(
                            "happy",
                            List.of(atLeast(VALENCE, .6), atLeast(ENERGY, .4)),
                            List.of(
                                    "happy",
                                    "feel good",
                                    "cheerful",
                                    "fun",
                                    "sunny",
                                    "summer",
                                    "uplifting",
                                    "party")),
                    new Mood(
                            "romantic",
                            List.of(
                                    new Edge(VALENCE, .3, .75, .2),
                                    atMost(ENERGY, .6),
                                    atMost(INSTRUMENTALNESS, .5)),
                            List.of(
                                    "romantic",
                                    "love",
                                    "love songs",
                                    "sensual",
                                    "sexy",
                                    "ballad",
                                    "soul")),
                    new Mood(
                            "sad",
                            List.of(atMost(VALENCE, .3), atMost(ENERGY, .5)),
                            List.of(
                                    "sad",
                                    "melancholy",
                                    "melancholic",
                                    "depressing",
                                    "sadness",
                                    "heartbreak",
                                    "melancholia")));

    /// @throws IllegalArgumentException for a name that is none, with those that are
    public static Mood named(String name) {
        return ALL.stream()
                .filter(mood -> mood.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no mood '%s'; there are: %s"
                                                .formatted(
                                                        name,
                                                        ALL.stream()
                                                                .map(Mood::name)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    /// How well features fit: 1 inside the region, less than a half outside; NaN where one is not
    /// known.
    public double fit(ToDoubleFunction<Feature> features) {
        double fit = 1;
        for (Edge edge : region) {
            double value = features.applyAsDouble(edge.feature());
            if (Double.isNaN(value)) {
                return Double.NaN;
            }
            fit = Math.min(fit, edge.fit(value));
        }
        return fit;
    }

    /// Whether a tag says this mood.
    public boolean isSaidBy(String tag) {
        String bare = tag.strip().toLowerCase(Locale.ROOT);
        return Set.copyOf(tags).contains(bare)
                || tags.stream().filter(t -> !t.contains(" ")).anyMatch(t -> says(tag, t));
    }

    private static boolean says(String tag, String word) {
        return MusicFilter.isAmong(tag, List.of(word)) && tag.length() <= word.length() + 8;
    }

    /// How it is defined, for people.
    public String words() {
        return Stream.of(
                        region.stream().map(Edge::words).collect(Collectors.joining(", ")),
                        "or tagged " + String.join(", ", tags))
                .collect(Collectors.joining("; "));
    }
}
