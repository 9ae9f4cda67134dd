package segue.library.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.Feature;
import segue.library.FeatureSource;
import segue.library.FeatureTrack;
import segue.library.Fixture;
import segue.library.ImportReport;
import segue.library.Items;
import segue.library.Rows;
import segue.library.TrackFeatures;

/// The editions of Spotify's tracks that go around, a few rows of each.
class FeaturesImporterTest {

    private static final String PLAYLISTS =
            """
            track_id,track_name,track_artist,track_popularity,track_album_id,track_album_name,track_album_release_date,playlist_name,playlist_id,playlist_genre,playlist_subgenre,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,duration_ms
            6f80,I Don't Care,Ed Sheeran,66,2oCs,"Care, more",2019-06-14,Pop Remix,37i9,pop,dance pop,0.748,0.916,6,-2.634,1,0.0583,0.102,0,0.0653,0.518,122.036,194754
            0r7C,Memories,Maroon 5,67,63rP,Memories,2019,Pop Remix,37i9,pop,dance pop,0.726,0.815,-1,-4.969,1,0.0373,0.0724,0.00421,0.357,0.693,99.972,162600
            6f80,I Don't Care,Ed Sheeran,66,2oCs,"Care, more",2019-06-14,Dance,38aa,edm,electro,0.748,0.916,6,-2.634,1,0.0583,0.102,0,0.0653,0.518,122.036,194754
            """;

    private static final String GENRES =
            """
            ,track_id,artists,album_name,track_name,popularity,duration_ms,explicit,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,time_signature,track_genre
            0,5SuO,Gen Hoshino;Guest,Comedy,Comedy,73,230666,False,0.676,0.461,1,-6.746,0,0.143,0.0322,1.01e-06,0.358,0.715,87.917,4,acoustic
            1,5SuO,Gen Hoshino;Guest,Comedy,Comedy,73,230666,False,0.676,0.461,1,-6.746,0,0.143,0.0322,1.01e-06,0.358,0.715,87.917,4,j-pop
            2,4qPN,Ben Woodward,Ghost,Ghost,55,149610,False,0.42,0.166,1,-17.235,1,0.0763,0.924,5.56e-06,0.101,0.267,0,4,acoustic
            """;

    private static final String YEARS =
            """
            valence,year,acousticness,artists,danceability,duration_ms,energy,explicit,id,instrumentalness,key,liveness,loudness,mode,name,popularity,release_date,speechiness,tempo
            0.0594,1921,0.982,"['Sergei Rachmaninoff', 'James Levine']",0.279,831667,0.211,0,4BJq,0.878,10,0.665,-20.096,1,"Piano Concerto No. 3, Finale",4,1921,0.0366,80.954
            0.963,1987,0.732,"[""Guns N' Roses""]",0.819,180533,0.341,0,7xPh,0,7,0.16,-12.441,1,Patience,5,1987-06,0.415,60.936
            """;

    private static final String MILLION =
            """
            id,name,album,album_id,artists,artist_ids,track_number,disc_number,explicit,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,duration_ms,time_signature,year,release_date
            7lmeHLHBe4nmXzuXc0HDjk,Testify,The Battle Of Los Angeles,2eia,['Rage Against The Machine'],['2d0h'],1,1,False,0.47,0.978,7,-5.399,1,0.0727,0.0261,1.09e-05,0.356,0.503,117.906,210133,4.0,1999,1999-11-02
            1wsR,Guerrilla Radio,The Battle Of Los Angeles,2eia,['Rage Against The Machine'],['2d0h'],2,1,True,0.599,0.957,11,-5.764,1,0.188,0.0129,7.06e-05,0.155,0.489,103.68,206200,4.0,0,0000
            """;

    @TempDir Path folder;
    private Fixture fixture;

    @BeforeEach
    void open() {
        fixture = new Fixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ImportReport read(String name, String text) {
        return read(fixture.write(name, text));
    }

    private ImportReport read(Path file) {
        return fixture.library().importFeatures(file, 0.1, Run.quiet(1));
    }

    private TrackFeatures features() {
        return fixture.library().trackFeatures(FeatureSource.IMPORTED);
    }

    private int row(String id) {
        List<String> ids = features().tracks().stream().map(FeatureTrack::id).toList();
        assertThat(ids).contains(id);
        return ids.indexOf(id);
    }

    @Test
    void readsTheEditionWithPlaylists() {
        ImportReport report = read("spotify_songs.csv", PLAYLISTS);
        assertThat(report.kept()).isEqualTo(3);
        assertThat(report.notes()).containsExactly("without time_signature");
        TrackFeatures features = features();
        assertThat(features.tracks())
                .contains(
                        new FeatureTrack(
                                "6f80",
                                "I Don't Care",
                                "Ed Sheeran",
                                2019,
                                List.of("dance pop", "edm", "electro", "pop"),
                                FeatureSource.IMPORTED));
        assertThat(features.at(row("6f80"), Feature.TEMPO)).isEqualTo(122.036f);
        assertThat(features.at(row("6f80"), Feature.POPULARITY)).isEqualTo(66);
        assertThat(features.at(row("6f80"), Feature.TIME_SIGNATURE)).isNaN();
        assertThat(features.at(row("0r7C"), Feature.KEY)).isNaN();
        assertThat(features.tracks().get(row("0r7C")).year()).isEqualTo(2019);
        assertThat(fixture.library().history(Rows.PLAYLISTS, "37i9", Items.TRACKS))
                .isEqualTo(Map.of("6f80", 1.0, "0r7C", 1.0));
        assertThat(fixture.library().status().playlists()).isEqualTo(2);
    }

    @Test
    void readsTheEditionWithSeveralGenresOfATrack() {
        ImportReport report = read("dataset.csv", GENRES);
        assertThat(report.kept()).isEqualTo(3);
        FeatureTrack comedy = features().tracks().get(row("5SuO"));
        assertThat(comedy.artist()).isEqualTo("Gen Hoshino");
        assertThat(comedy.genres()).containsExactly("acoustic", "j-pop");
        assertThat(features().at(row("4qPN"), Feature.TEMPO)).isNaN();
    }

    @Test
    void readsTheEditionWithYearsAndListsOfArtists() {
        read("data.csv", YEARS);
        FeatureTrack concerto = features().tracks().get(row("4BJq"));
        assertThat(concerto.label())
                .isEqualTo("Sergei Rachmaninoff - Piano Concerto No. 3, Finale");
        assertThat(concerto.year()).isEqualTo(1921);
        assertThat(features().tracks().get(row("7xPh")).artist()).isEqualTo("Guns N' Roses");
    }

    @Test
    void readsTheEditionOfAMillion() {
        read("tracks_features.csv", MILLION);
        FeatureTrack testify = features().tracks().get(row("7lmeHLHBe4nmXzuXc0HDjk"));
        assertThat(testify.label()).isEqualTo("Rage Against The Machine - Testify");
        assertThat(testify.year()).isEqualTo(1999);
        assertThat(features().tracks().get(row("1wsR")).year()).isZero();
        assertThat(features().at(row("1wsR"), Feature.TIME_SIGNATURE)).isEqualTo(4);
    }

    @Test
    void joinsTracksByIdAndByName() {
        fixture.plays(
                "plays.csv",
                """
                user,artist,track,track_id,plays
                ana,Rage Against the Machine,Testify (Live),spotify:track:7lmeHLHBe4nmXzuXc0HDjk,3
                """);
        fixture.plays(
                "log.csv", "user,artist,track\nana,RAGE AGAINST THE MACHINE,guerrilla radio\n");
        long tracks = fixture.library().status().tracks();
        read("tracks_features.csv", MILLION);
        assertThat(fixture.library().status().tracks()).isEqualTo(tracks);
        assertThat(features().tracks())
                .extracting(FeatureTrack::title)
                .containsExactlyInAnyOrder("Testify (Live)", "guerrilla radio");
    }

    @Test
    void keepsWhatSeveralFilesSayAndPrefersTheLast() {
        read("a.csv", "artist,name,energy,valence,tempo\nLow,More,0.5,0.5,100\n");
        read("b.csv", "artist,name,energy,valence,tempo\nlow,more,0.7,0.5,100\n");
        assertThat(features().tracks()).hasSize(1);
        assertThat(features().at(0, Feature.ENERGY)).isEqualTo(0.7f);
    }

    @Test
    void replacesWhatAnOlderVersionOfTheFileSaid() {
        read(
                "a.csv",
                "artist,name,energy,valence,tempo\nLow,More,0.5,0.5,100\nLow,Gone,0.5,0.5,1\n");
        read("a.csv", "artist,name,energy,valence,tempo\nLow,More,0.6,0.5,100\n");
        assertThat(features().tracks()).extracting(FeatureTrack::title).containsExactly("More");
        assertThat(read("a.csv", "artist,name,energy,valence,tempo\nLow,More,0.6,0.5,100\n"))
                .extracting(report -> report.alreadyImported().isPresent())
                .isEqualTo(true);
    }

    @Test
    void rejectsRowsWithNumbersThatCannotBe() {
        ImportReport report =
                fixture.library()
                        .importFeatures(
                                fixture.write(
                                        "a.csv",
                                        """
                                        artist,name,energy,key,tempo
                                        Low,One,0.5,1,100
                                        Low,Two,NaN,1,100
                                        Low,Three,1.5,1,100
                                        Low,Four,0.5,1.5,100
                                        ,Five,0.5,1,100
                                        Low,Six,,,
                                        Low,One,0.5,1,100
                                        """),
                                1,
                                Run.quiet(1));
        assertThat(report.reasons())
                .extracting(r -> r.reason() + " in line " + r.examples().getFirst().line())
                .containsExactlyInAnyOrder(
                        "energy is not a number in line 3",
                        "energy is not within 0 and 1 in line 4",
                        "key is not whole in line 5",
                        "neither an id nor an artist and a name in line 6",
                        "no features in line 7");
        assertThat(report.kept()).isEqualTo(1);
        assertThat(report.duplicates()).isEqualTo(1);
    }

    @Test
    void refusesAFileOfMostlyBrokenRows() {
        refuses("artist,name,energy,key,tempo\nLow,Two,x,1,100\n", "nothing was imported");
        assertThat(features().tracks()).isEmpty();
    }

    @Test
    void saysWhichColumnsAreMissing() {
        refuses("artist,name,energy\nLow,More,0.5\n", "too few columns of features: energy");
        refuses("user,artist,plays\nana,Low,3\n", "none");
        refuses("name,energy,key,tempo\nMore,0.5,1,100\n", "without their artists or ids");
    }

    @Test
    void refusesAveragesAndNamesTheFileToTake() {
        refuses(
                "mode,year,acousticness,danceability,energy,tempo,popularity,key\n1,1921,0.88,0.4,0.2,101.5,0.6,2\n",
                "averages by year, artist or genre");
        refuses(
                "mode,count,acousticness,artists,danceability,energy\n1,9,0.59,Cats Cast,0.4,0.4\n",
                "data.csv");
    }

    private void refuses(String text, String why) {
        assertThatThrownBy(() -> read("bad.csv", text))
                .isInstanceOf(SegueException.BadInput.class)
                .hasMessageContaining(why);
    }

    @Test
    void readsTheRealFileWhole() {
        Path file = RealData.find("spotify").resolve("spotify_songs.csv.gz");
        if (!Files.exists(file)) {
            assertThat(read("spotify_songs.csv", PLAYLISTS).rejected()).isZero();
            return;
        }
        ImportReport report = read(file);
        assertThat(report.read()).isEqualTo(32_833);
        assertThat(report.rejected()).isLessThan(10);
        assertThat(features().tracks()).hasSize(28_356);
        assertThat(fixture.library().status().playlists()).isEqualTo(471);
    }
}
