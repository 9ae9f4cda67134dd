package segue.library.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.Fixture;
import segue.library.ImportReport;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Library;
import segue.library.Lookup;
import segue.library.PlaysFormat;
import segue.library.Rows;
import segue.library.Status;

class ReimportTest {

    @TempDir Path folder;
    private Fixture fixture;
    private Library library;

    @BeforeEach
    void open() {
        fixture = new Fixture(folder);
        library = fixture.library();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Map<String, Double> artists(String listener) {
        return library.history(Rows.LISTENERS, listener, Items.ARTISTS);
    }

    @Test
    void changesNothingWhenTheSameContentComesAgain() {
        fixture.plays("a.csv", "user,artist,plays\nana,Low,3\n");
        Status before = library.status();
        ImportReport again = fixture.plays("b.csv", "user,artist,plays\nana,Low,3\n");
        assertThat(again.alreadyImported()).isPresent();
        assertThat(again.kept()).isEqualTo(1);
        assertThat(library.status().sources()).isEqualTo(before.sources());
        assertThat(library.revision()).isEqualTo(1);
    }

    @Test
    void readsTheSameContentAgainWhenItsColumnsAreNamedOtherwise() {
        Path file = fixture.write("a.csv", "ana,Low,3\n");
        fixture.plays(file, "listener,track,plays");
        fixture.plays(file, "listener,artist,plays");
        assertThat(artists("ana")).isEqualTo(Map.of("Low", 3.0));
        assertThat(library.status().tracks()).isZero();
    }

    @Test
    void replacesWhatAnOlderVersionOfTheFileBrought() {
        fixture.plays("a.csv", "user,artist,plays\nana,Low,3\nben,Sade,2\n");
        fixture.plays("b.csv", "user,artist,plays\nana,Sade,1\n");
        fixture.plays("a.csv", "user,artist,plays\nana,Low,5\nana,Can,1\n");
        assertThat(artists("ana")).isEqualTo(Map.of("Low", 5.0, "Can", 1.0, "Sade", 1.0));
        assertThat(library.find(Kind.LISTENER, "ben")).isInstanceOf(Lookup.Unclear.class);
        assertThat(library.status().artists()).isEqualTo(3);
        assertThat(library.status().sources()).hasSize(2);
        assertThat(library.revision()).isEqualTo(3);
    }

    @Test
    void dropsEventsThatAreThereAlready() {
        String first = "user,artist,track,time\nana,Low,More,1556737420\nana,Low,More,1556737420\n";
        assertThat(fixture.plays("a.csv", first).duplicates()).isEqualTo(1);
        ImportReport second =
                fixture.plays(
                        "b.csv",
                        first + "ana,LOW,more,2019-05-01T19:03:40Z\nana,Low,More,1556737999\n");
        assertThat(second.duplicates()).isEqualTo(3);
        assertThat(second.kept()).isEqualTo(1);
        assertThat(artists("ana")).isEqualTo(Map.of("Low", 2.0));
    }

    @Test
    void sumsCountsOfTheSameArtist() {
        ImportReport report = fixture.plays("a.csv", "user,artist,plays\nana,Low,3\nana,low,4\n");
        assertThat(report.kept()).isEqualTo(2);
        assertThat(artists("ana")).isEqualTo(Map.of("Low", 7.0));
    }

    @Test
    void dropsEntriesThatAPlaylistHasAlready() {
        String text =
                "user,artist,track,playlist\nana,Low,More,Mix\nana,Low,More,Mix\nana,Low,More,Other\n";
        assertThat(fixture.plays("a.csv", text).duplicates()).isEqualTo(1);
        assertThat(fixture.plays("b.csv", text + "ana,Sade,Smooth,Mix\n").duplicates())
                .isEqualTo(3);
        assertThat(library.history(Rows.PLAYLISTS, "ana/Mix", Items.ARTISTS))
                .isEqualTo(Map.of("Low", 1.0, "Sade", 1.0));
        assertThat(library.status().playlists()).isEqualTo(2);
    }

    @Test
    void stopsWhenCancelledAndKeepsNothing() {
        Run[] run = new Run[1];
        Progress cancelling =
                (stage, done, total, detail) -> {
                    if (detail.equals("plays")) {
                        run[0].cancel();
                    }
                };
        run[0] = new Run(1, 1, cancelling);
        Path file = fixture.write("a.csv", "user,artist,plays\nana,Low,3\n");
        assertThatThrownBy(() -> library.importPlays(file, PlaysFormat.DEFAULTS, run[0]))
                .isInstanceOf(SegueException.Cancelled.class);
        assertThat(library.status().artists()).isZero();
        fixture.plays(file);
        assertThat(library.status().artists()).isEqualTo(1);
    }
}
