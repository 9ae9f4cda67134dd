package segue.engine.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.Library;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

/// Six songs with features, and two that were only played.
class TrackSearchTest {

    private static final String FEATURES =
            """
            track_id,track_name,artists,album_name,popularity,duration_ms,danceability,energy,key,loudness,mode,valence,tempo,track_genre,year
            1,One,Ann,First,10,200000,.5,.9,9,-8,0,.5,124,deep house,1991
            2,Two,Ann,First,20,300000,.6,.7,0,-7,1,.5,125.6,house,1995
            3,Three,Bén,Live at Home,30,180000,.7,.2,9,-9,0,.5,62,ambient,1999
            4,Four,Bén,Other,40,240000,.8,.5,4,-6,0,.5,140,techno,2005
            5,Live Wire,Cleo,,50,250000,.9,.4,2,-5,0,.5,90,rock,2010
            6,Six,Cleo,,60,260000,.4,.3,11,-12,1,.1,100,progressive house,2015
            """;

    @TempDir static Path folder;
    private static Library library;
    private static TrackSearch search;

    @BeforeAll
    static void fill() throws IOException {
        library =
                Library.open(
                        folder.resolve("library"),
                        LibraryOptions.DEFAULTS.withMemoryMegabytes(128));
        Run run = new Run(1, 1, Progress.NONE);
        library.importFeatures(Files.writeString(folder.resolve("f.csv"), FEATURES), .1, run);
        library.importPlays(
                Files.writeString(
                        folder.resolve("p.csv"),
                        "listener,artist,track,plays\nx,Ann,Two,7\ny,Ann,Two,2\nx,Dora,Seven,3\nx,Dora,Eight,1\n"),
                PlaysFormat.DEFAULTS,
                run);
        search = new TrackSearch(TrackTable.of(library));
    }

    @AfterAll
    static void close() {
        library.close();
    }

    private static String titles(String query, String sort) {
        return String.join(
                " ",
                search.page(query, sort, "", 100).items().stream().map(TrackLine::title).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bpm:120-126 | One Three Two",
                "bpm:>130 | Four",
                "key:8A | One Three",
                "key:~8A | Four Live Wire One Three Two",
                "~key:8A | Four Live Wire One Three Two",
                "key:8A,8B | One Three Two",
                "genre:house | One Six Two",
                "genre:house -genre:deep | Six Two",
                "artist:ben | Four Three",
                "artist:ann,cleo energy:>=7 | One Two",
                "year:1990-1999 | One Three Two",
                "year:2010+ | Live Wire Six",
                "-live artist:ben | Four",
                "live | Live Wire Three",
                "\"live wire\" | Live Wire",
                "length:<3:20 | Three",
                "length:<=3:20 | One Three",
                "plays:>0 | Eight Seven Two",
                "album:first -title:one | Two",
                "valence:<.2 | Six",
                "loudness:>-7 | Four Live Wire"
            })
    void answersAsDjsAsk(String query, String expected) {
        assertThat(titles(query, "title")).isEqualTo(expected);
    }

    @Test
    void sortsByAnyColumnWithTheUnknownLast() {
        assertThat(titles("", "bpm")).isEqualTo("Three Live Wire Six One Two Four Eight Seven");
        assertThat(titles("", "-bpm")).startsWith("Four Two One Six Live Wire Three ");
        assertThat(titles("", "")).startsWith("Two Seven Eight");
        assertThat(titles("-artist:dora", "-artist")).startsWith("Six Live Wire");
        assertThat(titles("", "loudness")).startsWith("Six Three One");
        for (TrackLine.Column column : TrackLine.Column.values()) {
            assertThat(
                            search.page("", column.name().toLowerCase(java.util.Locale.ROOT), "", 9)
                                    .items())
                    .hasSize(8);
        }
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndRepeats() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            TrackSearch.Page page = search.page("", "-bpm", cursor, 3);
            assertThat(page.total()).isEqualTo(8);
            page.items().forEach(line -> seen.add(line.title()));
            cursor = page.next();
        } while (!cursor.isEmpty());
        assertThat(String.join(" ", seen)).isEqualTo(titles("", "-bpm"));
        assertThatThrownBy(() -> search.page("", "", "bm9uZQ", 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("first page");
    }

    @Test
    void namesWhatCannotBeAsked() {
        assertThatThrownBy(() -> titles("colour:red", ""))
                .hasMessageContaining("there are: bpm, key");
        assertThatThrownBy(() -> titles("key:8X", "")).hasMessageContaining("8A or Am");
        assertThatThrownBy(() -> titles("bpm:±3", "")).hasMessageContaining("bpm:120-126");
        assertThatThrownBy(() -> titles("", "mood"))
                .hasMessageContaining("sort must be one of title");
    }

    @Test
    void aTrackIsShownBesideTheLibrarysAverage() {
        String id = search.page("two", "", "", 1).items().getFirst().id();
        TrackPage page = TrackPage.of(library, search.table(), id);
        assertThat(page.track().camelot()).isEqualTo("8B");
        assertThat(page.features()).containsEntry("mode", 1.0);
        assertThat(page.averages().get("popularity")).isEqualTo(35);
        assertThat(page.listeners()).isEqualTo(2);
        assertThat(page.files()).isEmpty();
        assertThat(Peaks.of(library, id)).isEmpty();
        assertThatThrownBy(() -> TrackPage.of(library, search.table(), "nothing"))
                .isInstanceOf(SegueException.NotFound.class);
    }

    @Test
    void anArtistHasTracksAndASound() {
        String id = search.page("two", "", "", 1).items().getFirst().artistId();
        ArtistPage page = ArtistPage.of(library, search.table(), id);
        assertThat(page.name()).isEqualTo("Ann");
        assertThat(page.listeners()).isEqualTo(2);
        assertThat(page.plays()).isEqualTo(9);
        assertThat(page.tracks()).extracting(TrackLine::title).containsExactly("Two", "One");
        assertThat(page.tags()).extracting(t -> t.tag()).contains("house", "deep house");
        assertThat(page.hasSound()).isFalse();
        assertThat(page.sound().get("tempo")).isBetween(124.7, 124.9);
    }
}
