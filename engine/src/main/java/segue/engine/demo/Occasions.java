package segue.engine.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.context.Moment;
import segue.engine.features.Categories;
import segue.engine.features.CategoryTrainer;
import segue.engine.features.ContentNmf;
import segue.engine.features.FeaturesRequest;
import segue.engine.filter.MusicFilter;
import segue.engine.filter.Span;
import segue.engine.recommend.Ask;
import segue.engine.recommend.Knobs;
import segue.engine.recommend.Recommendation;
import segue.engine.recommend.Whom;
import segue.engine.train.TrainRequest;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Selection;

/// The steps of the demonstration that join plays and sound: music for a mood and an hour, songs
/// that nobody has played yet, and the page about features.
final class Occasions {

    private static final int SHOWN = 5;
    private static final LocalDateTime LATE = LocalDateTime.of(2026, 1, 16, 23, 0);

    private static final TrainRequest TRACKS =
            TrainRequest.DEFAULTS
                    .withName("demo-tracks")
                    .withSettings(Map.of("rank", "32"))
                    .withSelection(Selection.DEFAULTS.withItems(Items.TRACKS));

    /// By what is heard as a character; keys and measures say nothing of a kind.
    private static final ContentNmf CATEGORIES =
            CategoryTrainer.settings(
                    Map.of(
                            "rank",
                            "6",
                            "columns",
                            "danceability,energy,loudness,speechiness,acousticness,instrumentalness,valence,tempo"));

    private static final Ask ASK = Ask.DEFAULTS.withKind(Kind.TRACK).withN(SHOWN);

    private final World world;
    private final Segue segue;
    private final DemoTeller teller;
    private final Run run;

    Occasions(World world, Segue segue, DemoTeller teller, Run run) {
        this.world = world;
        this.segue = segue;
        this.teller = teller;
        this.run = run;
    }

    /// "Calm, at 23:00", for someone who hears calm music at night.
    Recommendation calmAtNight() {
        teller.step(
                "The right moment",
                "A second model ranks tracks. Moods are regions of what was heard; the hour counts by when people play what.");
        teller.trained(segue.train(TRACKS, run), "tracks");
        World.Listener owl =
                world.listeners().stream()
                        .filter(listener -> listener.ear().owl())
                        .max(Comparator.comparingDouble(l -> l.ear().weight() - l.ear().drive()))
                        .orElseThrow();
        Recommendation list =
                segue.recommend(
                        ASK.withWhom(Whom.listener(owl.name()))
                                .withKnown(true)
                                .withMoods(List.of("calm"))
                                .withMoment(new Moment(Optional.of(LATE), Optional.empty())),
                        run);
        teller.recommended("Calm, at 23:00, for " + owl.name(), "hears calm music at night", list);
        return list;
    }

    /// Songs without a single play, for someone with an ear for sound.
    Recommendation unheard() {
        teller.step(
                "Songs that nobody has played",
                "They are out today. Plays say nothing about them, so they are found by how they sound.");
        World.Listener hearing =
                world.listeners().stream()
                        .max(Comparator.comparingDouble(l -> l.ear().weight()))
                        .orElseThrow();
        Recommendation list =
                segue.recommend(
                        ASK.withWhom(Whom.listener(hearing.name()))
                                .withFilter(MusicFilter.NONE.withPopularity(new Span(0, 0)))
                                .withKnobs(Knobs.DEFAULTS.withSound(1)),
                        run);
        teller.recommended("New for " + hearing.name(), "mostly " + hearing.genre().word(), list);
        return list;
    }

    /// The kinds of music there are, by sound alone.
    Categories categories() {
        teller.step(
                "Kinds of music",
                "Nobody says which there are: the features of all tracks are taken apart into a few categories, and each track has some of each.");
        Categories categories =
                segue.insights().trainCategories(CATEGORIES, FeaturesRequest.DEFAULTS, run);
        teller.sorted(categories);
        return categories;
    }

    /// What the features say together, as a page.
    Path featuresPage(Path file) {
        teller.step(
                "A page about the music",
                "What was heard in all tracks, as charts: how features go together, and which categories there are.");
        try {
            Files.writeString(file, segue.insights().page(FeaturesRequest.DEFAULTS, run));
        } catch (IOException e) {
            throw new SegueException.Failed(
                    "The page could not be written to " + file + ": " + e.getMessage(), e);
        }
        teller.page(file.toString());
        return file;
    }
}
