package segue.engine.context;

import static segue.library.Feature.ACOUSTICNESS;
import static segue.library.Feature.DANCEABILITY;
import static segue.library.Feature.ENERGY;
import static segue.library.Feature.INSTRUMENTALNESS;
import static segue.library.Feature.LOUDNESS;
import static segue.library.Feature.SPEECHINESS;
import static segue.library.Feature.TEMPO;
import static segue.library.Feature.VALENCE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import segue.library.Feature;

/// What someone does while music plays: the features that suit it, and the tags people give such
/// music.
public enum Activity {
    WORKOUT("hard and fast"),
    FOCUS("even, without words"),
    PARTY("danceable and bright"),
    SLEEP("quiet and slow"),
    COMMUTE("familiar and awake");

    private final String meaning;

    Activity(String meaning) {
        this.meaning = meaning;
    }

    /// What a feature should be.
    ///
    /// @param wanted in the feature's unit
    /// @param width how far off is still bearable, in the same unit
    /// @param weight among the targets of an activity
    public record Target(Feature feature, double wanted, double width, double weight) {}

    /// "focus".
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How such music is, for people: "even, without words".
    public String meaning() {
        return meaning;
    }

    /// What its features should be.
    public List<Target> targets() {
        return switch (this) {
            case WORKOUT ->
                    List.of(
                            new Target(ENERGY, .85, .2, 2),
                            new Target(TEMPO, 135, 20, 1),
                            new Target(DANCEABILITY, .7, .25, 1),
                            new Target(LOUDNESS, -6, 5, .5));
            case FOCUS ->
                    List.of(
                            new Target(INSTRUMENTALNESS, .9, .35, 2),
                            new Target(SPEECHINESS, .04, .1, 1),
                            new Target(ENERGY, .4, .25, 1.5),
                            new Target(LOUDNESS, -14, 7, .5));
            case PARTY ->
                    List.of(
                            new Target(DANCEABILITY, .8, .2, 2),
                            new Target(ENERGY, .8, .2, 1.5),
                            new Target(VALENCE, .7, .3, 1),
                            new Target(TEMPO, 122, 18, 1));
            case SLEEP ->
                    List.of(
                            new Target(ENERGY, .1, .2, 2),
                            new Target(LOUDNESS, -20, 7, 1),
                            new Target(ACOUSTICNESS, .85, .35, 1),
                            new Target(INSTRUMENTALNESS, .8, .45, 1),
                            new Target(TEMPO, 75, 25, .5));
            case COMMUTE ->
                    List.of(
                            new Target(ENERGY, .6, .25, 1),
                            new Target(VALENCE, .6, .3, 1),
                            new Target(TEMPO, 112, 25, .5),
                            new Target(DANCEABILITY, .6, .25, 1));
        };
    }

    /// Tags and genres of what suits, in small letters.
    public Set<String> tags() {
        return switch (this) {
            case WORKOUT ->
                    Set.of(
                            "workout",
                            "gym",
                            "running",
                            "energetic",
                            "power",
                            "pump",
                            "hardcore",
                            "metal");
            case FOCUS ->
                    Set.of(
                            "focus",
                            "study",
                            "concentration",
                            "instrumental",
                            "ambient",
                            "minimal",
                            "post-rock",
                            "classical",
                            "idm",
                            "downtempo");
            case PARTY ->
                    Set.of(
                            "party", "dance", "club", "disco", "house", "electro", "funk", "happy",
                            "pop");
            case SLEEP ->
                    Set.of(
                            "sleep",
                            "calm",
                            "ambient",
                            "drone",
                            "relaxing",
                            "soft",
                            "lullaby",
                            "peaceful");
            case COMMUTE ->
                    Set.of(
                            "commute",
                            "driving",
                            "road trip",
                            "travel",
                            "indie",
                            "pop",
                            "rock",
                            "catchy");
        };
    }

    /// Tags and genres of what does not.
    public Set<String> against() {
        return switch (this) {
            case WORKOUT ->
                    Set.of("ambient", "calm", "chillout", "sleep", "mellow", "relax", "relaxing");
            case FOCUS -> Set.of("party", "hip-hop", "rap", "metal", "punk", "vocal");
            case PARTY -> Set.of("ambient", "sad", "sleep", "classical", "drone", "mellow", "slow");
            case SLEEP ->
                    Set.of("metal", "punk", "party", "dance", "techno", "hardcore", "energetic");
            case COMMUTE -> Set.of("drone", "sleep", "noise", "ambient");
        };
    }

    /// The activity of that name, in any case.
    public static Optional<Activity> of(String word) {
        return List.of(values()).stream()
                .filter(activity -> activity.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
