package segue.engine.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import segue.core.math.SparseVector;
import segue.core.model.ModelFile;
import segue.core.model.Ranking;
import segue.core.model.Taste;
import segue.core.model.TrainedModel;
import segue.core.model.Want;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.context.Activity;
import segue.engine.context.Moment;
import segue.engine.filter.MusicFilter;
import segue.engine.filter.Span;
import segue.engine.train.TrainRequest;
import segue.library.Feedback;
import segue.library.Items;
import segue.library.Kind;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;
import segue.library.Selection;

/// Two circles of taste: rock is loud, jazz is calm. Twelve tracks of four artists each; Jazz Cold
/// was never played, and one rock song is there as a live version too.
class HybridTest {

    private static final Run RUN = Run.quiet(1);
    private static Segue segue;
    private static Path folder;

    @BeforeAll
    @BeforeContainer
    static void fill() throws IOException {
        folder = Files.createTempDirectory("hybrid");
        segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
        StringBuilder plays = new StringBuilder("listener,artist,track,timestamp\n");
        StringBuilder features =
                new StringBuilder(
                        "track_id,artists,album_name,track_name,popularity,duration_ms,explicit,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,time_signature,track_genre\n");
        for (String genre : List.of("Rock", "Jazz")) {
            boolean rock = genre.equals("Rock");
            for (int song = 0; song < 12; song++) {
                features.append(
                        line(genre, song / 3, "Song %s %d".formatted(genre, song), rock, song));
                for (int who = 0; who < 12; who++) {
                    if ((who + song) % 3 != 0) {
                        plays.append(
                                "%s%d,%s Band %d,Song %s %d,%sT12:00:00\n"
                                        .formatted(
                                                genre.toLowerCase(Locale.ROOT),
                                                who,
                                                genre,
                                                song / 3,
                                                genre,
                                                song,
                                                LocalDate.of(2024, 1, 1).plusDays(song)));
                    }
                }
            }
        }
        features.append(line("Jazz", 9, "Cold", false, 5));
        features.append(line("Jazz", 9, "Cold", false, 5).replace(",jazz\n", ",ambient\n"));
        features.append(line("Rock", 1, "Song Rock 3 - Live", true, 3));
        segue.importPlays(write("plays.csv", plays), PlaysFormat.DEFAULTS, RUN);
        segue.importFeatures(write("features.csv", features), .01, RUN);
        for (Items items : Items.values()) {
            segue.train(
                    TrainRequest.DEFAULTS
                            .withSelection(Selection.DEFAULTS.withItems(items))
                            .withSettings(Map.of("rank", "4"))
                            .withName(items.name().toLowerCase(Locale.ROOT)),
                    RUN);
        }
    }

    private static String line(String genre, int band, String title, boolean rock, int song) {
        return "%s%d%d,%s Band %d,Album %s %d,%s,%d,%d,False,%s,%s,%d,-8,%d,.05,%s,.3,.1,%s,%d,4,%s\n"
                .formatted(
                        genre,
                        band,
                        title.hashCode() & 0xffff,
                        genre,
                        band,
                        genre,
                        band,
                        title,
                        song,
                        (120 + song) * 1000,
                        rock ? ".5" : ".6",
                        rock ? ".9" : ".2",
                        song % 12,
                        rock ? 1 : 0,
                        rock ? ".1" : ".8",
                        rock ? ".5" : ".55",
                        rock ? 140 + song : 80 + song,
                        rock ? "hard-rock" : "jazz");
    }

    private static Path write(String name, CharSequence text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @AfterAll
    @AfterContainer
    static void close() {
        segue.close();
    }

    private static Ask tracks(String listener) {
        return Ask.of(Whom.listener(listener)).withKind(Kind.TRACK);
    }

    private static List<RankedItem> items(Ask ask) {
        return segue.recommend(ask, RUN).items();
    }

    private static List<String> names(Ask ask) {
        return items(ask).stream().map(RankedItem::name).toList();
    }

    @Test
    void atRestTheListIsThatOfTheModel() {
        for (Items items : Items.values()) {
            String name = items.name().toLowerCase(Locale.ROOT);
            TrainedModel model =
                    ModelFile.read(folder.resolve("library/models/" + name + ".safetensors"));
            for (int user = 0; user < model.users().size(); user++) {
                // Another test lets this one ban something, which is heeded at once.
                if (model.users().id(user).equals("jazz2")) {
                    continue;
                }
                Ask ask = Ask.of(Whom.listener(model.users().id(user))).withModel(name).withN(5);
                List<RankedItem> list = items(ask.withKnown(true));
                Ranking ranking =
                        model.model()
                                .recommend(
                                        Taste.ofUser(user, SparseVector.EMPTY),
                                        Want.top(5).withKnown(true));
                assertThat(list)
                        .extracting(RankedItem::id)
                        .containsExactlyElementsOf(
                                IntStream.range(0, ranking.size())
                                        .mapToObj(i -> model.items().id(ranking.item(i)))
                                        .toList());
                for (int i = 0; i < list.size(); i++) {
                    assertThat(list.get(i).rawScore()).isEqualTo(ranking.score(i));
                    assertThat(list.get(i).score()).isCloseTo(ranking.relative(i), within(1e-6));
                }
            }
        }
    }

    @Property(tries = 60)
    void asManyAsAreAskedForAsFarAsThereAreSoMany(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @DoubleRange(min = 0, max = 1) double diversity,
            @ForAll @DoubleRange(min = 0, max = 1) double surprise,
            @ForAll @DoubleRange(min = 0, max = 1) double familiar,
            @ForAll @DoubleRange(min = 0, max = 1) double sound,
            @ForAll boolean known) {
        Knobs knobs =
                Knobs.DEFAULTS
                        .withDiversity(diversity)
                        .withSurprise(surprise)
                        .withFamiliar(familiar)
                        .withSound(sound)
                        .withExplore(1);
        Ask ask = tracks("rock1").withN(n).withKnown(known).withKnobs(knobs);
        List<RankedItem> list = items(ask);
        // 26 tracks, of which two are one song; eight are known.
        int there = known || familiar > 0 ? 25 : 17;
        assertThat(list).extracting(RankedItem::id).doesNotHaveDuplicates();
        assertThat(list.size()).isBetween(Math.min(n, there), Math.min(n, there + 1));
        assertThat(list).allMatch(item -> item.score() >= 0 && item.score() <= 1);
        assertThat(items(ask)).isEqualTo(list);
    }

    @Test
    void capsHoldAndAShortListSaysWhy() {
        MusicFilter filter = MusicFilter.NONE.withPerArtist(1);
        Recommendation list =
                segue.recommend(tracks("rock1").withN(20).withKnown(true).withFilter(filter), RUN);
        assertThat(list.items()).hasSize(8);
        assertThat(list.items()).extracting(RankedItem::artist).doesNotHaveDuplicates();
        assertThat(list.notes())
                .contains("There are no more than 8 tracks to choose from with these wishes.");
        assertThat(names(tracks("rock1").withN(20).withFilter(MusicFilter.NONE.withPerAlbum(2))))
                .hasSizeGreaterThan(5);
    }

    @Test
    void ofASongOneVersionIsShownUnlessSeveralAreAskedFor() {
        Ask ask =
                tracks("rock1").withN(30).withKnown(true).withKnobs(Knobs.DEFAULTS.withExplore(1));
        assertThat(names(ask)).filteredOn(name -> name.startsWith("Song Rock 3")).hasSize(1);
        assertThat(names(ask.withFilter(MusicFilter.NONE.withVersions(true))))
                .filteredOn(name -> name.startsWith("Song Rock 3"))
                .hasSize(2);
    }

    @Test
    void filtersByGenreLengthAndPopularity() {
        Ask ask = tracks("rock1").withN(30).withKnown(true);
        assertThat(names(ask.withFilter(MusicFilter.NONE.withGenres(List.of("jazz"), List.of()))))
                .hasSize(12)
                .allMatch(name -> name.startsWith("Song Jazz"));
        assertThat(items(ask.withFilter(MusicFilter.NONE.withDurationSeconds(new Span(0, 123)))))
                .hasSize(8)
                .allMatch(item -> item.traits().durationSeconds() <= 123);
        assertThat(names(ask.withFilter(MusicFilter.NONE.withPopularity(new Span(0, 0)))))
                .isEmpty();
        assertThat(
                        items(
                                ask.withKind(Kind.ARTIST)
                                        .withFilter(
                                                MusicFilter.NONE.withGenres(
                                                        List.of("hard rock"), List.of()))))
                .hasSize(4)
                .allMatch(item -> item.name().startsWith("Rock"));
    }

    @Test
    void aMoodIsARegionOfFeatures() {
        List<RankedItem> calm = items(tracks("rock1").withN(30).withMoods(List.of("calm")));
        assertThat(calm).hasSize(12).allMatch(item -> item.traits().energy() < 5);
        assertThat(calm.getFirst().why()).contains("calm");
        assertThatThrownBy(() -> items(tracks("rock1").withMoods(List.of("hangry"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there are: angry, calm");
    }

    @Test
    void aColdSongComesByItsSoundWithTheReason() {
        assertThat(names(tracks("jazz1").withN(30))).doesNotContain("Cold");
        Ask exploring = tracks("jazz1").withN(6).withKnobs(Knobs.DEFAULTS.withExplore(1));
        RankedItem cold =
                items(exploring).stream()
                        .filter(item -> item.name().equals("Cold"))
                        .findFirst()
                        .orElseThrow();
        assertThat(cold.why()).startsWith("nobody has played it yet; sounds like Jazz Band");
        assertThat(names(tracks("rock1").withN(4).withKnobs(exploring.knobs())))
                .doesNotContain("Cold");
    }

    @Test
    void aGenreThatWasAskedForIsTheReasonAlsoInAMood() {
        Ask calm =
                tracks("jazz1")
                        .withMoods(List.of("calm"))
                        .withN(30)
                        .withKnobs(Knobs.DEFAULTS.withExplore(1));
        assertThat(tag(calm)).isEqualTo("is ambient");
        assertThat(tag(calm.withFilter(MusicFilter.NONE.withGenres(List.of("jazz"), List.of()))))
                .isEqualTo("is jazz");
    }

    private static String tag(Ask ask) {
        return items(ask).stream()
                .filter(item -> item.name().equals("Cold"))
                .flatMap(item -> item.reasons().stream())
                .filter(reason -> reason.kind().equals("tag"))
                .map(Because::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anActivityMovesWhatSuitsItUpAndSaysSo() {
        Whom both = Whom.likes(List.of("Song Rock 1", "Song Jazz 1"));
        Ask ask = Ask.of(both).withKind(Kind.TRACK).withN(22);
        Ask moving = ask.withMoment(Moment.during(Activity.WORKOUT));
        assertThat(rock(moving)).isLessThan(rock(ask));
        assertThat(items(moving))
                .filteredOn(item -> item.name().startsWith("Song Rock"))
                .anyMatch(item -> item.why().contains("sounds hard and fast, for workout"));
        assertThat(items(moving))
                .filteredOn(item -> item.name().startsWith("Song Jazz"))
                .noneMatch(item -> item.why().contains("for workout"));
    }

    /// The mean place of rock.
    private static double rock(Ask ask) {
        List<String> list = names(ask);
        return IntStream.range(0, list.size())
                .filter(i -> list.get(i).startsWith("Song Rock"))
                .average()
                .orElseThrow();
    }

    @Test
    void theContentModelSpeaksForWhatNobodyPlayed() {
        Ask ask =
                tracks("jazz1")
                        .withModel("tracks")
                        .withN(30)
                        .withKnobs(Knobs.DEFAULTS.withExplore(1));
        double before = cold(ask).rawScore();
        segue.train(
                TrainRequest.DEFAULTS
                        .withAlgorithm("content")
                        .withSelection(Selection.DEFAULTS.withItems(Items.TRACKS))
                        .withSettings(Map.of("rank", "4"))
                        .withName("told"),
                RUN);
        segue.activate("tracks");
        RankedItem cold = cold(ask);
        assertThat(cold.rawScore()).isNotEqualTo(before);
        assertThat(cold.why()).startsWith("nobody has played it yet; ");
        // The more it may be explored, the nearer it comes to what the content model says of it.
        double less = cold(ask.withKnobs(Knobs.DEFAULTS.withExplore(.2))).rawScore();
        assertThat(less).isLessThan(cold.rawScore());
        assertThat(names(ask.withKnobs(Knobs.DEFAULTS))).doesNotContain("Cold");
        segue.deleteModel("told");
    }

    private static RankedItem cold(Ask ask) {
        return items(ask).stream()
                .filter(item -> item.name().equals("Cold"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTasteInNamesCrossesArtistsAndTracks() {
        Recommendation byArtist =
                segue.recommend(
                        Ask.of(Whom.likes(List.of("Jazz Band 0"))).withKind(Kind.TRACK).withN(5),
                        RUN);
        assertThat(byArtist.items()).hasSize(5).allMatch(i -> i.artist().startsWith("Jazz"));
        assertThat(byArtist.items().getFirst().why()).startsWith("because you like Jazz Band 0");
        assertThat(names(Ask.of(Whom.likes(List.of("Song Jazz 1"))).withKind(Kind.ARTIST).withN(2)))
                .allMatch(name -> name.startsWith("Jazz"));
        Ask against =
                Ask.of(Whom.likes(List.of("Rock Band 0")).withNotLike(List.of("Rock Band 1")))
                        .withKind(Kind.ARTIST)
                        .withN(8);
        assertThat(names(against)).doesNotContain("Rock Band 1", "Rock Band 0").hasSize(6);
    }

    @Test
    void whoPickedAnArtistIsToldOfTheArtistAndNotOfATrack() {
        Recommendation list =
                segue.recommend(
                        Ask.of(Whom.likes(List.of("Rock Band 1"))).withKind(Kind.TRACK).withN(4),
                        RUN);
        assertThat(list.subject()).isEqualTo("Rock Band 1");
        assertThat(list.items())
                .allSatisfy(
                        item ->
                                assertThat(item.reasons())
                                        .filteredOn(reason -> reason.kind().equals("liked"))
                                        .extracting(Because::text)
                                        .containsExactly("you like Rock Band 1"));
        Recommendation both =
                segue.recommend(
                        Ask.of(Whom.likes(List.of("Rock Band 1", "Rock Band 1 - Song Rock 3")))
                                .withKind(Kind.TRACK)
                                .withN(4),
                        RUN);
        assertThat(both.subject()).contains("Rock Band 1 - Song Rock 3");
    }

    @Test
    void whatWasHeardLatelyRests() {
        Ask ask = tracks("rock1").withN(30).withKnown(true);
        // The last play was on the twelfth day; what was heard within three days of it rests.
        assertThat(names(ask)).contains("Song Rock 9", "Song Rock 0");
        assertThat(names(ask.withKnobs(Knobs.DEFAULTS.withRestDays(3))))
                .doesNotContain("Song Rock 9", "Song Rock 10")
                .contains("Song Rock 0", "Song Rock 11");
    }

    @Test
    void playsThatAgeCountLess() {
        Recommendation aged =
                segue.recommend(
                        tracks("rock1").withKnobs(Knobs.DEFAULTS.withDecayHalfLifeDays(1)), RUN);
        assertThat(aged.items()).isNotEmpty();
        assertThat(aged.items().getFirst().rawScore())
                .isNotEqualTo(items(tracks("rock1")).getFirst().rawScore());
    }

    @Test
    void aShareOfTheListIsFamiliar() {
        List<String> known = names(tracks("rock1").withN(30).withKnown(true));
        List<String> fresh = names(tracks("rock1").withN(30));
        List<String> half =
                names(tracks("rock1").withN(8).withKnobs(Knobs.DEFAULTS.withFamiliar(.5)));
        assertThat(known).containsAll(half);
        assertThat(half).filteredOn(name -> !fresh.contains(name)).hasSize(4);
    }

    @Test
    void surpriseFollowsItsSeed() {
        Ask ask = tracks("rock1").withKnobs(Knobs.DEFAULTS.withSurprise(1));
        assertThat(names(ask.withSeed(1))).isEqualTo(names(ask.withSeed(1)));
        Ask varied = ask.withKnobs(ask.knobs().withDiversity(.3));
        assertThat(IntStream.range(0, 10).mapToObj(i -> names(varied.withSeed(i))).distinct())
                .hasSizeGreaterThan(5);
        assertThat(IntStream.range(0, 10).mapToObj(i -> names(ask.withSeed(i))).distinct().count())
                .isGreaterThan(5);
    }

    @Test
    void whatIsBannedIsNeverShownAndNewOpinionsCountAtOnce() {
        Ask ask = tracks("jazz2").withN(30).withKnown(true);
        assertThat(names(ask)).contains("Song Jazz 4", "Song Rock 0");
        segue.feedback("jazz2", Feedback.BAN, Items.TRACKS, "Song Jazz 4");
        segue.feedback("jazz2", Feedback.BAN, Items.ARTISTS, "Rock Band 0");
        assertThat(names(ask)).doesNotContain("Song Jazz 4", "Song Rock 0", "Song Rock 1");
        assertThat(names(ask.withKnobs(Knobs.DEFAULTS.withExplore(1).withSound(1).withSurprise(1))))
                .doesNotContain("Song Jazz 4", "Song Rock 2");
    }

    @Test
    void aNewcomerGetsWhatIsPopularAndIsAskedForWhatTells() {
        Recommendation list = segue.recommend(Ask.DEFAULTS.withKind(Kind.ARTIST).withN(4), RUN);
        assertThat(list.subject()).isEqualTo("a newcomer");
        assertThat(list.items()).hasSize(4).noneMatch(item -> item.name().equals("Jazz Band 9"));
        assertThat(list.items().getFirst().why()).endsWith("have it");
        List<OnboardingPick> picks = segue.onboarding(2);
        assertThat(picks).extracting(pick -> pick.name().substring(0, 4)).doesNotHaveDuplicates();
    }

    @Test
    void reasonsAreLeftOutWhenNobodyAsks() {
        assertThat(items(tracks("rock1"))).allMatch(item -> !item.reasons().isEmpty());
        assertThat(items(tracks("rock1").withReasons(false)))
                .isNotEmpty()
                .allMatch(item -> item.reasons().isEmpty());
    }

    @Test
    void anUnknownNameIsToldWithTheNearest() {
        assertThatThrownBy(() -> items(Ask.of(Whom.likes(List.of("Rokc Band")))))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("did you mean");
        assertThatThrownBy(() -> items(tracks("nobody").withModel("artists")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ranks artists, not tracks");
    }
}
