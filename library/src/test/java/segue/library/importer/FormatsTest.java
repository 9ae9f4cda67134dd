package segue.library.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.library.Entry;
import segue.library.Fixture;
import segue.library.ImportReport;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Library;
import segue.library.Lookup;
import segue.library.Rows;

class FormatsTest {

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

    private Map<String, Double> tracks(String listener) {
        return library.history(Rows.LISTENERS, listener, Items.TRACKS);
    }

    @Test
    void readsLastfm1kWithoutMistakingQuotesInTitlesForSyntax() {
        Path file =
                fixture.write(
                        "userid-timestamp.tsv",
                        """
                        user_000001\t2009-05-04T23:08:57Z\tf1b1cf71\tDeep Dish\t\tFuck Me Im Famous
                        user_000001\t2009-05-04T13:54:10Z\ta7f7df4a\tDavid Bowie\t\t"Heroes"
                        user_000001\t2009-05-04T13:52:04Z\t\t"Weird Al" Yankovic\t\tEat It "Live
                        """);
        ImportReport report =
                fixture.plays(file, "listener,time,artist_mbid,artist,track_mbid,track");
        assertThat(report.kept()).isEqualTo(3);
        assertThat(artists("user_000001"))
                .containsOnlyKeys("Deep Dish", "David Bowie", "\"Weird Al\" Yankovic");
        assertThat(tracks("user_000001")).containsKey("David Bowie - \"Heroes\"");
        assertThat(library.status().lastPlay()).contains(Instant.parse("2009-05-04T23:08:57Z"));
    }

    @Test
    void readsLastfm360k() {
        Path file =
                fixture.write(
                        "plays.tsv",
                        """
                        00000c289a1829a808ac09c00daf10bc3c4e223b\t3bd73256\tbetty blowtorch\t2137
                        00000c289a1829a808ac09c00daf10bc3c4e223b\t\tdie Ärzte\t1099
                        """);
        fixture.plays(file, "listener,artist_mbid,artist,plays");
        assertThat(artists("00000c289a1829a808ac09c00daf10bc3c4e223b"))
                .isEqualTo(Map.of("betty blowtorch", 2137.0, "die Ärzte", 1099.0));
    }

    @Test
    void readsSongTripletsWithoutAHeader() {
        ImportReport report =
                fixture.plays(
                        "train_triplets.txt",
                        """
                        b80344d063b5ccb3212f76538f3d9e43d87dca9e\tSOAKIMP12A8C130995\t1
                        b80344d063b5ccb3212f76538f3d9e43d87dca9e\tSOAPDEY12A81C210A9\t3
                        """);
        assertThat(tracks("b80344d063b5ccb3212f76538f3d9e43d87dca9e"))
                .isEqualTo(Map.of("SOAKIMP12A8C130995", 1.0, "SOAPDEY12A81C210A9", 3.0));
        assertThat(report.notes()).containsExactly("no header: read as listener, track_id, plays");
    }

    @Test
    void readsAudioscrobblerPartedBySpaces() {
        fixture.plays("user_artist_data.txt", "1000002 1 55\n1000002 1000006 33\n1000003 1 8\n");
        assertThat(artists("1000002")).isEqualTo(Map.of("1", 55.0, "1000006", 33.0));
        assertThat(artists("1000003")).isEqualTo(Map.of("1", 8.0));
    }

    @Test
    void readsNowplayingPlaylistsAndSkipsTheirBrokenRows() {
        StringBuilder text =
                new StringBuilder("\"user_id\", \"artistname\", \"trackname\", \"playlistname\"\n");
        for (int i = 0; i < 40; i++) {
            text.append(
                    "\"u%d\",\"Band %d\",\"Song \\\"%d\\\" (live)\",\"Starred\"\n"
                            .formatted(i % 2, i % 5, i));
        }
        text.append("\"u1\",\"Nick \"Cave\",\"x\",\"Starred\"\n");
        text.append("\"u1\",\"Band 1\"\n");
        text.append("\"u1\",\"Band 1\",\"Song, with comma\",\"Starred\"\n");
        ImportReport report = fixture.plays("spotify_dataset.csv", text.toString());
        assertThat(report.read()).isEqualTo(43);
        assertThat(report.kept()).isEqualTo(41);
        assertThat(report.rejected()).isEqualTo(2);
        assertThat(report.reasons())
                .flatExtracting(ImportReport.Reason::examples)
                .extracting(ImportReport.Example::line)
                .containsExactlyInAnyOrder(42L, 43L);
        assertThat(library.status().playlists()).isEqualTo(2);
        assertThat(library.status().plays()).isZero();
        assertThat(library.history(Rows.PLAYLISTS, "u1/Starred", Items.TRACKS))
                .hasSize(21)
                .containsKeys("Band 1 - Song \"1\" (live)", "Band 1 - Song, with comma");
        assertThat(artists("u1")).containsEntry("Band 1", 5.0);
    }

    @Test
    void readsLastfmToCsvWithoutAListener() {
        Path file =
                fixture.write(
                        "scrobbles.csv",
                        "Björk,Post,Army of Me,\"19 Aug 2026, 20:48\"\nBjörk,Post,Hyperballad,\"9 Aug 2026, 20:52\"\n"
                                .replace("2026", "2025"));
        fixture.plays(file, "artist,album,track,time");
        assertThat(tracks("me")).containsOnlyKeys("Björk - Army of Me", "Björk - Hyperballad");
        assertThat(library.status().lastPlay()).contains(Instant.parse("2025-08-19T20:48:00Z"));
    }

    @Test
    void readsLastfmstatsExports() {
        fixture.plays(
                "recenttracks.csv",
                """
                uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid
                "1756737420","01 Sep 2025, 14:37","Low","","HEY WHAT","","Days Like These",""
                "1756737480","01 Sep 2025, 14:38","Low","","HEY WHAT","","More",""
                """);
        assertThat(library.status().firstPlay()).contains(Instant.parse("2025-09-01T14:37:00Z"));
        assertThat(tracks("me")).containsOnlyKeys("Low - Days Like These", "Low - More");
    }

    @Test
    void readsJsonLinesAlsoWithNestedObjects() {
        ImportReport report =
                fixture.plays(
                        "listens.jsonl",
                        """
                        {"user_name":"ana","listened_at":1556737420,"track_metadata":{"artist_name":"Low","track_name":"More"}}

                        {"user_name":"ana","listened_at":1556737490,"track_metadata":{"artist_name":"Low","track_name":"Days"}}
                        """);
        assertThat(report.read()).isEqualTo(2);
        assertThat(tracks("ana")).containsOnlyKeys("Low - Days", "Low - More");
    }

    @Test
    void readsParquet() throws SQLException {
        Path file = folder.resolve("plays.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    COPY (SELECT 'ana' AS "User", 'Low' AS artist, 3 AS plays
                        UNION ALL SELECT 'ben', 'Low', -1 UNION ALL SELECT 'ben', 'Sade', 5
                        UNION ALL SELECT 'b' || i, 'Sade', 5 FROM range(20) t(i))
                    TO '%s' (FORMAT parquet)
                    """
                            .formatted(file));
        }
        ImportReport report = fixture.plays(file);
        assertThat(artists("ana")).isEqualTo(Map.of("Low", 3.0));
        assertThat(report.reasons().getFirst().reason()).isEqualTo("negative plays");
        assertThat(report.reasons().getFirst().examples().getFirst().line()).isEqualTo(2);
    }

    @Test
    void readsWindowsLineEndsAndQuotedLineFeeds() {
        fixture.plays(
                "a.csv",
                "User ID;Artist;Play Count\r\nana;\"Low\r\nLive\";3\r\nben;\"The \"\"Boss\"\"\";4\r\n");
        assertThat(artists("ana")).isEqualTo(Map.of("Low\nLive", 3.0));
        assertThat(artists("ben")).isEqualTo(Map.of("The \"Boss\"", 4.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1"})
    void readsEncodings(String charset) {
        String text =
                "user\tartist\tplays\nana\tBjörk\t3\nana\tSigur Rós\t4\nben\tCafé Tacvba\t2\n";
        fixture.plays(fixture.write("a.tsv", text, Charset.forName(charset)));
        assertThat(artists("ana")).isEqualTo(Map.of("Björk", 3.0, "Sigur Rós", 4.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsByteOrderMarks(String charset) {
        String text = "\uFEFFuser,artist,plays\nana,Björk,3\n";
        fixture.plays(fixture.write("a.csv", text, Charset.forName(charset)));
        assertThat(artists("ana")).isEqualTo(Map.of("Björk", 3.0));
    }

    @Test
    void readsGzipAndZstandardWhateverTheNames() throws IOException {
        byte[] text = "user,artist,plays\nana,Björk,3\n".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        }
        fixture.plays(fixture.write("a.csv.gz", packed.toByteArray()));
        assertThat(artists("ana")).isEqualTo(Map.of("Björk", 3.0));
        byte[] other = "user,artist,plays\nana,Björk,4\n".getBytes(StandardCharsets.UTF_8);
        fixture.plays(fixture.write("b.csv.zst", Zstd.compress(other)));
        assertThat(artists("ana")).isEqualTo(Map.of("Björk", 7.0));
        byte[] third =
                "user,artist,plays\nana,Sigur Rós,4\n".getBytes(Charset.forName("windows-1252"));
        fixture.plays(fixture.write("c.csv", Zstd.compress(third)));
        assertThat(artists("ana")).isEqualTo(Map.of("Björk", 7.0, "Sigur Rós", 4.0));
    }

    @Test
    void acceptsAHeaderThatRepeatsTheColumns() {
        Path file = fixture.write("a.csv", "listener,time,artist\nana,2020-01-01,Low\n");
        assertThat(fixture.plays(file, "listener,time,artist").read()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1556737420",
                "1556737420000",
                "2019-05-01T19:03:40Z",
                "2019-05-01 19:03:40",
                "2019-05-01T21:03:40+02:00",
                "01 May 2019 19:03:40"
            })
    void understandsTimes(String time) {
        fixture.plays("a.tsv", "user\tartist\ttime\nana\tLow\t" + time + "\n");
        assertThat(library.status().firstPlay()).contains(Instant.parse("2019-05-01T19:03:40Z"));
    }

    @Test
    void mergesSpellingsOfOneArtistUnderTheMostUsual() {
        fixture.plays(
                "a.csv",
                "user,artist,plays\na,radiohead,1\nb,Radiohead,1\nc,Radiohead,1\nd,RADIOHEAD ,1\n");
        assertThat(library.status().artists()).isEqualTo(1);
        assertThat(library.find(Kind.ARTIST, "radioHEAD"))
                .isEqualTo(new Lookup.Found(new Entry("Radiohead", "Radiohead", "")));
    }
}
