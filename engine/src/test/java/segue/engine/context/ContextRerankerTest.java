package segue.engine.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Run;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Library;
import segue.library.Lookup;

class ContextRerankerTest {

    private static final Moment MORNING = Moment.at(LocalDateTime.of(2025, 7, 1, 7, 10));
    private static final Moment NIGHT = Moment.at(LocalDateTime.of(2025, 7, 1, 22, 10));

    @TempDir Path folder;

    private static String id(Library library, Kind kind, String name) {
        return switch (library.find(kind, name)) {
            case Lookup.Found(var entry) -> entry.id();
            default -> throw new AssertionError(name);
        };
    }

    private static double log(
            Library library, Optional<String> listener, Items items, String name, Moment moment) {
        String id = id(library, items == Items.ARTISTS ? Kind.ARTIST : Kind.TRACK, name);
        return new ContextReranker(library)
                .boosts(listener, items, List.of(id), moment)
                .items()
                .getFirst()
                .log();
    }

    @Test
    void whatEverybodyPlaysInTheMorningComesFirstThen() throws IOException {
        try (Library library = TimedLog.library(folder)) {
            for (Items items : Items.values()) {
                String dawn = items == Items.ARTISTS ? "Dawn 0" : "Song of Dawn 0";
                String dusk = items == Items.ARTISTS ? "Dusk 0" : "Song of Dusk 0";
                assertThat(log(library, Optional.empty(), items, dawn, MORNING)).isPositive();
                assertThat(log(library, Optional.empty(), items, dusk, MORNING)).isNegative();
                assertThat(log(library, Optional.empty(), items, dawn, NIGHT)).isNegative();
            }
        }
    }

    @Test
    void aListenersOwnHoursCountMoreThanEverybodys() throws IOException {
        try (Library library = TimedLog.library(folder)) {
            Optional<String> owl = Optional.of(id(library, Kind.LISTENER, "owl"));
            Optional<String> lark = Optional.of(id(library, Kind.LISTENER, "l1"));
            double everybody = log(library, Optional.empty(), Items.ARTISTS, "Dawn 0", NIGHT);
            assertThat(log(library, owl, Items.ARTISTS, "Dawn 0", NIGHT)).isGreaterThan(everybody);
            assertThat(log(library, lark, Items.ARTISTS, "Dawn 0", NIGHT)).isLessThan(everybody);
            Map<String, Double> weights =
                    new ContextReranker(library).weights(lark.get(), Items.ARTISTS, NIGHT);
            assertThat(weights.get(id(library, Kind.ARTIST, "Dusk 1"))).isGreaterThan(1);
            assertThat(weights.get(id(library, Kind.ARTIST, "Dawn 1"))).isLessThan(1);
        }
    }

    @Test
    void aListenerWithoutTimesIsTreatedLikeEverybodyAndToldSo() throws IOException {
        try (Library library = TimedLog.library(folder)) {
            String dawn = id(library, Kind.ARTIST, "Dawn 0");
            ContextReranker reranker = new ContextReranker(library);
            String listener = id(library, Kind.LISTENER, "new");
            Boosts some =
                    reranker.boosts(Optional.of(listener), Items.ARTISTS, List.of(dawn), MORNING);
            Boosts all = reranker.boosts(Optional.empty(), Items.ARTISTS, List.of(dawn), MORNING);
            assertThat(some.items()).isEqualTo(all.items());
            assertThat(some.notes()).singleElement().asString().contains("everybody's habits");
        }
    }

    @Test
    void withoutTimesFeaturesOrTagsNothingMovesAndThatIsSaid() throws IOException {
        try (Library library = TimedLog.of(folder, "listener,artist,plays\na,X,3\nb,X,2\n")) {
            Moment moment =
                    new Moment(
                            Optional.of(LocalDateTime.of(2025, 1, 1, 8, 0)),
                            Optional.of(Activity.FOCUS));
            Boosts boosts =
                    new ContextReranker(library)
                            .boosts(
                                    Optional.of("a"),
                                    Items.ARTISTS,
                                    List.of(id(library, Kind.ARTIST, "X"), "nobody"),
                                    moment);
            assertThat(boosts.items()).allMatch(boost -> boost.log() == 0);
            assertThat(boosts.notes())
                    .anyMatch(note -> note.contains("No play in the library has a time"))
                    .anyMatch(note -> note.contains("'focus' changes nothing"));
        }
    }

    @Test
    void featuresTellWhatSuitsAnActivity() throws IOException {
        String csv = "listener,artist,track,plays\na,Loud,Run,1\na,Quiet,Rest,1\n";
        String features =
                """
                track_id,artists,track_name,popularity,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,duration_ms,track_genre
                1,Loud,Run,50,0.7,0.9,1,-5,1,0.05,0.01,0,0.1,0.6,138,200000,metal
                2,Quiet,Rest,50,0.2,0.08,1,-22,1,0.03,0.95,0.9,0.1,0.2,72,200000,ambient
                """;
        try (Library library = TimedLog.of(folder, csv)) {
            library.importFeatures(
                    Files.writeString(folder.resolve("features.csv"), features), .1, Run.quiet(1));
            for (Items items : Items.values()) {
                String loud = items == Items.ARTISTS ? "Loud" : "Run";
                String quiet = items == Items.ARTISTS ? "Quiet" : "Rest";
                Moment workout = Moment.during(Activity.WORKOUT);
                Moment sleep = Moment.during(Activity.SLEEP);
                assertThat(log(library, Optional.empty(), items, loud, workout)).isPositive();
                assertThat(log(library, Optional.empty(), items, quiet, workout)).isNegative();
                assertThat(log(library, Optional.empty(), items, quiet, sleep)).isPositive();
                assertThat(log(library, Optional.empty(), items, loud, sleep)).isNegative();
            }
        }
    }

    @Test
    void whatIsImportedLaterCounts() throws IOException {
        try (Library library = TimedLog.of(folder, "listener,artist,plays\na,Dawn 0,1\n")) {
            ContextReranker reranker = new ContextReranker(library);
            List<String> dawn = List.of(id(library, Kind.ARTIST, "Dawn 0"));
            Boosts before = reranker.boosts(Optional.empty(), Items.ARTISTS, dawn, MORNING);
            assertThat(before.items().getFirst().log()).isZero();
            TimedLog.add(library, folder);
            Boosts after = reranker.boosts(Optional.empty(), Items.ARTISTS, dawn, MORNING);
            assertThat(after.items().getFirst().log()).isPositive();
        }
    }
}
