package segue.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.data.Interactions;
import segue.core.run.Run;
import segue.core.run.SegueException;

class LibraryTest {

    private static final String PLAYS =
            """
            user,artist,track,plays
            ana,Björk,Army of Me,3
            ana,Low,More,2
            ben,Low,More,5
            ben,Low,Days,1
            cem,Sade,Smooth,7
            """;

    @TempDir Path folder;

    @Test
    void opensAgainWithWhatWasImported() {
        try (Fixture fixture = new Fixture(folder)) {
            fixture.plays("a.csv", PLAYS);
        }
        try (Fixture fixture = new Fixture(folder)) {
            Status status = fixture.library().status();
            assertThat(status.listeners()).isEqualTo(3);
            assertThat(status.artists()).isEqualTo(3);
            assertThat(status.tracks()).isEqualTo(4);
            assertThat(status.plays()).isEqualTo(18);
            assertThat(status.artistDensity()).isEqualTo(4.0 / 9);
            assertThat(status.trackDensity()).isEqualTo(5.0 / 12);
            assertThat(status.bytes()).isPositive();
            assertThat(folder.resolve("library/models")).isDirectory();
        }
        assertThat(folder.resolve("library/tmp")).doesNotExist();
    }

    @Test
    void makesAMatrixInTheOrderOfIds() {
        try (Fixture fixture = new Fixture(folder)) {
            fixture.plays("a.csv", PLAYS);
            Interactions all = fixture.library().interactions(Selection.DEFAULTS, Run.quiet(1));
            assertThat(all.users().all()).containsExactly("ana", "ben", "cem");
            assertThat(all.items().all()).containsExactly("Björk", "Low", "Sade");
            assertThat(all.matrix().columnArray()).containsExactly(0, 1, 1, 2);
            assertThat(all.matrix().valueArray()).containsExactly(3, 2, 6, 7);
            Interactions tracks =
                    fixture.library()
                            .interactions(
                                    Selection.DEFAULTS.withItems(Items.TRACKS).withMinPlays(3),
                                    Run.quiet(1));
            assertThat(tracks.items().all())
                    .containsExactly("Björk - Army of Me", "Low - More", "Sade - Smooth");
        }
    }

    @Test
    void leavesOutTheRareUntilAllMinimumsHold() {
        try (Fixture fixture = new Fixture(folder)) {
            fixture.plays("a.csv", PLAYS + "ben,Sade,Smooth,1\ndan,Can,Vitamin C,1\n");
            Interactions core =
                    fixture.library()
                            .interactions(
                                    Selection.DEFAULTS
                                            .withMinUsersPerItem(2)
                                            .withMinItemsPerUser(2),
                                    Run.quiet(1));
            // Björk goes, so Ana has one artist left and goes, so Low has one listener left, …
            assertThat(core.users().all()).isEmpty();
        } catch (SegueException.NotFound e) {
            assertThat(e).hasMessageContaining("that meet the minimums");
        }
    }

    @Test
    void countsPlaylistEntriesForTheirOwners() {
        try (Fixture fixture = new Fixture(folder)) {
            fixture.plays("a.csv", PLAYS);
            fixture.plays(
                    "p.csv", "user,artist,track,playlist\nana,Low,More,Mix\nana,Sade,Smooth,Mix\n");
            assertThat(fixture.library().history(Rows.LISTENERS, "ana", Items.ARTISTS))
                    .isEqualTo(Map.of("Björk", 3.0, "Low", 3.0, "Sade", 1.0));
            Interactions playlists =
                    fixture.library()
                            .interactions(
                                    Selection.DEFAULTS.withRows(Rows.PLAYLISTS), Run.quiet(1));
            assertThat(playlists.users().all()).containsExactly("ana/Mix");
            assertThat(playlists.matrix().valueArray()).containsExactly(1, 1);
        }
    }

    @Test
    void findsNamesWithoutRegardToCaseAccentsAndPunctuation() {
        try (Fixture fixture = new Fixture(folder)) {
            fixture.plays(
                    "a.csv", PLAYS + "dan,AC/DC,Thunderstruck,2\ndan,Sigur Rós,Svefn-g-englar,1\n");
            Library library = fixture.library();
            for (String typed : List.of("Björk", "björk", "BJORK", "Bjo\u0308rk", " bjork ")) {
                assertThat(library.find(Kind.ARTIST, typed))
                        .as(typed)
                        .isEqualTo(new Lookup.Found(new Entry("Björk", "Björk", "")));
            }
            assertThat(library.find(Kind.ARTIST, "acdc"))
                    .isEqualTo(new Lookup.Found(new Entry("AC/DC", "AC/DC", "")));
            assertThat(library.find(Kind.TRACK, "sigur ros - svefn g englar"))
                    .isEqualTo(
                            new Lookup.Found(
                                    new Entry(
                                            "Sigur Rós - Svefn-g-englar",
                                            "Svefn-g-englar",
                                            "Sigur Rós")));
            assertThat(library.find(Kind.ARTIST, "Sigor Ros"))
                    .isEqualTo(
                            new Lookup.Unclear(List.of(new Entry("Sigur Rós", "Sigur Rós", ""))));
            assertThat(library.find(Kind.ARTIST, "xyzzyq"))
                    .isEqualTo(new Lookup.Unclear(List.of()));
            assertThat(library.entries(Kind.ARTIST, List.of("Sade", "nobody", "Low")).keySet())
                    .containsExactly("Sade", "Low");
        }
    }

    @Test
    void takesTheMostPlayedOfOneName() {
        try (Fixture fixture = new Fixture(folder)) {
            fixture.plays("a.csv", "user,artist,track,plays\na,One,Intro,3\na,Two,Intro,9\n");
            assertThat(fixture.library().find(Kind.TRACK, "intro"))
                    .isEqualTo(new Lookup.Found(new Entry("Two - Intro", "Intro", "Two")));
        }
    }

    @Test
    void saysThatItIsEmpty() {
        try (Fixture fixture = new Fixture(folder)) {
            assertThatThrownBy(
                            () -> fixture.library().interactions(Selection.DEFAULTS, Run.quiet(1)))
                    .isInstanceOf(SegueException.NotFound.class)
                    .hasMessageContaining("segue import plays");
        }
    }

    @Test
    void refusesALibraryOfANewerSchema() throws SQLException {
        new Fixture(folder).close();
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:duckdb:" + folder.resolve("library/library.duckdb"));
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO schema_version VALUES (999, now()::TIMESTAMP)");
        }
        assertThatThrownBy(() -> new Fixture(folder))
                .isInstanceOf(SegueException.Failed.class)
                .hasMessageContaining("was made by a newer Segue");
    }

    @Test
    void refusesAFileThatANewerDatabaseWrote() throws IOException {
        new Fixture(folder).close();
        Path file = folder.resolve("library/library.duckdb");
        byte[] bytes = Files.readAllBytes(file);
        // The main header: checksum, "DUCK", then the storage version.
        assertThat(new String(bytes, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("DUCK");
        bytes[13] = 99;
        Files.write(file, bytes);
        assertThatThrownBy(() -> new Fixture(folder))
                .isInstanceOf(SegueException.Failed.class)
                .hasMessageContaining("is damaged");
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long checksum = 5381;
        for (int at = 8; at < 4096; at += 8) {
            checksum ^= header.getLong(at) * 0xBF58476D1CE4E5B9L;
        }
        header.putLong(0, checksum);
        Files.write(file, bytes);
        assertThatThrownBy(() -> new Fixture(folder))
                .isInstanceOf(SegueException.Failed.class)
                .hasMessageContaining("was made by a newer Segue");
    }

    @Test
    void refusesFoldersItCannotUse() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> Library.open(file))
                .isInstanceOf(SegueException.Failed.class)
                .hasMessageContaining("it is a file, not a folder");
        assertThatThrownBy(() -> Library.open(file.resolve("below")))
                .isInstanceOf(SegueException.Failed.class)
                .hasMessageContaining("cannot be used");
        assertThatThrownBy(() -> Library.open(Path.of("/proc/segue")))
                .isInstanceOf(SegueException.Failed.class)
                .hasMessageContaining("cannot be used");
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("library.duckdb"), "no database at all");
        assertThatThrownBy(() -> Library.open(broken))
                .isInstanceOf(SegueException.Failed.class)
                .hasMessageContaining("is not a library of Segue");
    }

    @Test
    void livesWhereEachSystemKeepsAUsersData() {
        Properties linux = new Properties();
        linux.setProperty("user.home", "/home/ana");
        linux.setProperty("os.name", "Linux");
        assertThat(Library.defaultFolder(Map.of("SEGUE_LIBRARY", "/x"), linux))
                .isEqualTo(Path.of("/x"));
        assertThat(Library.defaultFolder(Map.of("XDG_DATA_HOME", "/data"), linux))
                .isEqualTo(Path.of("/data/segue"));
        assertThat(Library.defaultFolder(Map.of(), linux))
                .isEqualTo(Path.of("/home/ana/.local/share/segue"));
        Properties mac = new Properties();
        mac.setProperty("user.home", "/Users/ana");
        mac.setProperty("os.name", "Mac OS X");
        assertThat(Library.defaultFolder(Map.of(), mac))
                .isEqualTo(Path.of("/Users/ana/Library/Application Support/Segue"));
    }
}
