package segue.engine.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.filter.MusicFilter;
import segue.engine.listen.ListenRequest;
import segue.engine.listen.Songs;
import segue.library.FeatureSource;
import segue.library.LibraryOptions;

/// Two kinds of songs, quiet and loud, that their features tell apart.
class FeaturesTest {

    private static final String HEADER =
            "id,name,artists,year,genre,energy,acousticness,valence,tempo,popularity,duration_ms\n";

    @TempDir Path folder;
    private Segue segue;

    @BeforeEach
    void open() throws IOException {
        segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
        StringBuilder text = new StringBuilder(HEADER);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 60; i++) {
            text.append(song("song" + i, "Song " + i, i % 2 == 0, random));
        }
        read("songs.csv", text.toString());
    }

    @AfterEach
    void close() {
        segue.close();
    }

    private static String song(String id, String name, boolean loud, SplittableRandom random) {
        double some = random.nextDouble() / 10;
        return String.format(
                Locale.ROOT,
                "%s,%s,Band %s,%d,%s,%.4f,%.4f,%.4f,%.2f,%d,%d%n",
                id,
                name,
                id,
                2000 + random.nextInt(5),
                loud ? "hard rock" : "folk",
                loud ? .9 + some : some,
                loud ? some : .9 - some,
                random.nextDouble(),
                100 + 50 * random.nextDouble(),
                random.nextInt(100),
                200_000 + random.nextInt(100_000));
    }

    private void read(String name, String text) throws IOException {
        segue.importFeatures(Files.writeString(folder.resolve(name), text), .1, Run.quiet(1));
    }

    private Categories train(Map<String, String> changes) {
        return segue.insights()
                .trainCategories(
                        CategoryTrainer.settings(changes), FeaturesRequest.DEFAULTS, Run.quiet(1));
    }

    @Test
    void summarisesWhatIsThere() {
        FeatureFigures figures = segue.insights().figures(FeaturesRequest.DEFAULTS);
        assertThat(figures.tracks()).isEqualTo(60);
        List<String> names =
                figures.features().stream().map(FeatureFigures.Column::feature).toList();
        assertThat(names).contains("energy", "tempo").doesNotContain("key");
        int energy = names.indexOf("energy");
        int acousticness = names.indexOf("acousticness");
        assertThat(figures.correlations().get(energy).get(acousticness)).isLessThan(-.9);
        assertThat(figures.correlations().get(energy).get(energy)).isCloseTo(1, within(1e-9));
        assertThat(figures.features().get(energy).bins().stream().mapToLong(b -> b).sum())
                .isEqualTo(60);
        assertThat(figures.years()).extracting(FeatureFigures.Year::year).isSorted();
        assertThat(figures.years().stream().mapToInt(FeatureFigures.Year::tracks).sum())
                .isEqualTo(60);
    }

    @Test
    void looksAtOneGenre() {
        FeatureFigures rock =
                segue.insights()
                        .figures(new FeaturesRequest(List.of("Rock"), FeatureSource.IMPORTED));
        assertThat(rock.tracks()).isEqualTo(30);
        assertThatThrownBy(
                        () ->
                                segue.insights()
                                        .figures(
                                                new FeaturesRequest(
                                                        List.of("polka"), FeatureSource.IMPORTED)))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("folk, hard rock");
    }

    @Test
    void tellsEveryFigureInCsv() {
        String csv = FeaturesCsv.of(segue.insights().figures(FeaturesRequest.DEFAULTS));
        assertThat(csv)
                .startsWith("feature,figure,of,value\n")
                .contains("energy,correlation,energy,")
                .contains("energy,mean,2000,");
    }

    @Test
    void drawsAPageThatNeedsNothingElse() {
        String page = segue.insights().page(FeaturesRequest.DEFAULTS, Run.quiet(1));
        assertThat(page)
                .contains("<svg", "Correlations", "How many categories?", "Through the years")
                .doesNotContain("{{", "<script", "http", "NaN");
        assertThat(segue.insights().page(FeaturesRequest.DEFAULTS, Run.quiet(1))).isEqualTo(page);
    }

    @Test
    void partsSongsByTheirFeatures() {
        Categories trained = train(Map.of("rank", "2", "columns", "energy,acousticness,valence"));
        assertThat(trained.tracks()).isEqualTo(60);
        assertThat(trained.categories())
                .extracting(Categories.Category::name)
                .doesNotHaveDuplicates();
        assertThat(trained.categories().stream().mapToInt(Categories.Category::tracks).sum())
                .isEqualTo(60);
        assertThat(segue.insights().categories().similar("Song 0", 10, MusicFilter.NONE).items())
                .hasSize(10)
                .allSatisfy(
                        match -> {
                            assertThat(match.score()).isBetween(0.0, 1.0);
                            assertThat(match.genres()).contains("hard rock");
                        });
    }

    @Test
    void losesLessWithMoreComponents() {
        Elbow elbow = train(Map.of("rank", "3")).elbow();
        assertThat(elbow.points().getFirst().components()).isEqualTo(2);
        for (int i = 1; i < elbow.points().size(); i++) {
            assertThat(elbow.points().get(i).error())
                    .isLessThan(elbow.points().get(i - 1).error() + .01);
        }
        assertThat(
                        Elbow.bend(
                                List.of(
                                        new Elbow.Point(2, 1),
                                        new Elbow.Point(3, .3),
                                        new Elbow.Point(4, .2),
                                        new Elbow.Point(5, .1))))
                .isEqualTo(3);
    }

    @Test
    void projectsASongThatCameLaterOnTheSameCategories() throws IOException {
        train(Map.of("rank", "2", "columns", "energy,acousticness,valence"));
        read("new.csv", HEADER + "new,Newcomer,Nobody,2020,folk,0.03,0.88,0.5,120,50,200000\n");
        FeatureMatches like =
                segue.insights().categories().similar("Newcomer", 5, MusicFilter.NONE);
        assertThat(like.notes()).anyMatch(note -> note.contains("projected"));
        assertThat(like.items()).allSatisfy(m -> assertThat(m.genres()).contains("folk"));
    }

    @Test
    void keepsWhatWasHeardBesideWhatWasImported() {
        Path file = Songs.write(folder.resolve("song.wav"), 1, "Band song0", "Song 0");
        segue.listen(ListenRequest.of(List.of(file)), Run.quiet(1));
        assertThat(segue.insights().figures(FeaturesRequest.DEFAULTS).heard()).isZero();
        FeatureFigures heard =
                segue.insights().figures(new FeaturesRequest(List.of(), FeatureSource.HEARD));
        assertThat(heard.tracks()).isEqualTo(60);
        assertThat(heard.heard()).isEqualTo(1);
        assertThat(heard.features())
                .filteredOn(column -> column.feature().equals("loudness"))
                .allSatisfy(column -> assertThat(column.summary().missing()).isEqualTo(59))
                .hasSize(1);
    }

    @Test
    void listsTheSongsOfACategory() {
        Categories trained = train(Map.of("rank", "2"));
        Categories.Category first = trained.categories().getFirst();
        assertThat(segue.insights().categories().songs(first.name(), 100).items())
                .hasSize(first.tracks())
                .allSatisfy(match -> assertThat(match.category()).isEqualTo(first.name()));
        assertThat(segue.insights().categories().songs("1", 3).items()).hasSizeLessThanOrEqualTo(3);
        assertThatThrownBy(() -> segue.insights().categories().songs("none", 3))
                .hasMessageContaining(first.name());
    }

    @Test
    void learnsTheSameTwice() {
        assertThat(train(Map.of("rank", "3")).categories())
                .isEqualTo(train(Map.of("rank", "3")).categories());
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> segue.insights().categories())
                .hasMessageContaining("train content-nmf");
        assertThatThrownBy(() -> train(Map.of("columns", "colour")))
                .hasMessageContaining("no feature 'colour'");
        assertThatThrownBy(() -> train(Map.of("rank", "12"))).hasMessageContaining("at most 6");
        assertThatThrownBy(() -> train(Map.of("columns", "key"))).hasMessageContaining("Only 0");
    }
}
