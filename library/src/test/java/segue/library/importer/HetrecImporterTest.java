package segue.library.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.Entry;
import segue.library.Fixture;
import segue.library.ImportReport;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Library;
import segue.library.Lookup;
import segue.library.Rows;
import segue.library.Status;

class HetrecImporterTest {

    @TempDir Path folder;

    private Path small() throws IOException {
        Path set = Files.createDirectories(folder.resolve("hetrec"));
        Files.writeString(
                set.resolve("artists.dat"),
                "id\tname\turl\tpictureURL\r\n1\tBjörk\thttp://b\thttp://p\r\n2\tLow\thttp://l\t\r\n3\tLOW\thttp://m\t\r\n");
        Files.write(
                set.resolve("tags.dat"),
                "tagID\ttagValue\r\n7\tcafé del mar\r\n8\trock\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(
                set.resolve("user_artists.dat"),
                "userID\tartistID\tweight\n2\t1\t13883\n2\t2\t10\n9\t3\t4\n");
        Files.writeString(
                set.resolve("user_taggedartists.dat"),
                "userID\tartistID\ttagID\tday\tmonth\tyear\n2\t1\t7\t1\t4\t2009\n2\t1\t8\t1\t1\t1956\n");
        Files.writeString(set.resolve("user_friends.dat"), "userID\tfriendID\n2\t9\n9\t2\n");
        return set;
    }

    @Test
    void readsAllFilesWithTheirEncodings() throws IOException {
        try (Fixture fixture = new Fixture(folder)) {
            ImportReport report = fixture.library().importHetrec(small(), Run.quiet(1));
            assertThat(report.read()).isEqualTo(12);
            assertThat(report.kept()).isEqualTo(12);
            Status status = fixture.library().status();
            assertThat(
                            List.of(
                                    status.listeners(),
                                    status.artists(),
                                    status.tags(),
                                    status.taggings(),
                                    status.friendships()))
                    .containsExactly(2L, 3L, 2L, 2L, 2L);
            assertThat(fixture.library().find(Kind.ARTIST, "bjork"))
                    .isEqualTo(new Lookup.Found(new Entry("1", "Björk", "")));
            assertThat(fixture.library().history(Rows.LISTENERS, "2", Items.ARTISTS))
                    .isEqualTo(Map.of("1", 13883.0, "2", 10.0));
        }
    }

    @Test
    void prefersTheTaggingsWithTimestamps() throws IOException {
        Path set = small();
        Files.writeString(
                set.resolve("user_taggedartists-timestamps.dat"),
                "userID\tartistID\ttagID\ttimestamp\n2\t1\t7\t1238536800000\n");
        try (Fixture fixture = new Fixture(folder)) {
            fixture.library().importHetrec(set, Run.quiet(1));
            assertThat(fixture.library().status().taggings()).isEqualTo(1);
        }
    }

    @Test
    void sharesArtistsButNotListenersWithOtherSources() throws IOException {
        try (Fixture fixture = new Fixture(folder)) {
            fixture.plays("a.csv", "user,artist,plays\n2,Björk,1\n");
            fixture.library().importHetrec(small(), Run.quiet(1));
            Library library = fixture.library();
            assertThat(library.status().listeners()).isEqualTo(3);
            assertThat(library.status().artists()).isEqualTo(3);
            assertThat(library.history(Rows.LISTENERS, "hetrec:2", Items.ARTISTS))
                    .isEqualTo(Map.of("Björk", 13883.0, "2", 10.0));
            assertThat(library.history(Rows.LISTENERS, "2", Items.ARTISTS))
                    .isEqualTo(Map.of("Björk", 1.0));
        }
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        Path set = small();
        Files.delete(set.resolve("user_friends.dat"));
        try (Fixture fixture = new Fixture(folder)) {
            assertThat(fixture.library().importHetrec(set, Run.quiet(1)).notes())
                    .containsExactly("user_friends.dat is missing: no friends");
            Files.delete(set.resolve("user_artists.dat"));
            assertThatThrownBy(() -> fixture.library().importHetrec(set, Run.quiet(1)))
                    .isInstanceOf(SegueException.BadInput.class)
                    .hasMessageContaining("has no user_artists.dat");
            assertThat(fixture.library().revision()).isEqualTo(1);
        }
    }

    /// The real set where it is there, counted as its readme counts it; else the small one.
    @Test
    void importsTheRealSetWhole() throws IOException {
        Path real = RealData.find("hetrec2011-lastfm-2k");
        boolean present = Files.isDirectory(real);
        Path set = present ? real : small();
        try (Fixture fixture = new Fixture(folder)) {
            ImportReport report = fixture.library().importHetrec(set, Run.quiet(1));
            Status status = fixture.library().status();
            assertThat(status.artists()).isEqualTo(present ? 17_632 : 3);
            assertThat(status.listeners()).isEqualTo(present ? 1_892 : 2);
            assertThat(status.artistPairs()).isEqualTo(present ? 92_834 : 3);
            assertThat(status.friendships()).isEqualTo(present ? 25_434 : 2);
            assertThat(report.read()).isEqualTo(present ? 334_325 : 12);
            assertThat(fixture.library().find(Kind.ARTIST, "bjork"))
                    .isInstanceOf(Lookup.Found.class);
        }
    }
}
