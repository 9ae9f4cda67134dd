package segue.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jaudiotagger.audio.AudioFile;
import org.jaudiotagger.audio.AudioFileIO;
import org.jaudiotagger.tag.images.ArtworkFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.audio.decode.AudioWriter;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.listen.ListenRequest;
import segue.engine.recommend.RankedItem;
import segue.engine.train.TrainRequest;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

/// What a page reads, asked over HTTP of a real library: six artists, two files.
class ReadResourcesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir static Path folder;
    private static Segue segue;
    private static Server server;
    private static Contract contract;
    private static byte[] picture;

    @BeforeAll
    static void start() throws Exception {
        contract = Contract.read();
        segue =
                Segue.open(
                        folder.resolve("library"),
                        LibraryOptions.DEFAULTS.withMemoryMegabytes(256));
        Run run = new Run(1, 2, Progress.NONE);
        StringBuilder plays = new StringBuilder("listener,artist,track,plays\n");
        for (int listener = 0; listener < 12; listener++) {
            for (int artist = 0; artist < 6; artist++) {
                if ((listener + artist) % 3 != 0) {
                    plays.append(
                            "l%d,Bänd %d,Song %d,%d%n"
                                    .formatted(listener, artist, artist, 1 + artist));
                }
            }
        }
        segue.importPlays(
                Files.writeString(folder.resolve("plays.csv"), plays), PlaysFormat.DEFAULTS, run);
        segue.train(
                TrainRequest.DEFAULTS.withAlgorithm("als").withSettings(Map.of("rank", "4")), run);
        Path music = Files.createDirectory(folder.resolve("music"));
        for (int i = 0; i < 2; i++) {
            sound(music.resolve("song%d.flac".formatted(i)), i);
        }
        picture = embed(music.resolve("song0.flac"));
        segue.listen(ListenRequest.of(List.of(music)), run);
        server = Server.start(segue, ServerOptions.DEFAULTS.withPort(0), Small.NO_COMMANDS);
    }

    private static void sound(Path file, int number) throws IOException {
        float[] samples = new float[44_100 * 3];
        for (int i = 0; i < samples.length; i++) {
            double beat = Math.exp(-(i % 22_050) / 3000.0);
            samples[i] =
                    (float) (.4 * beat * Math.sin(2 * Math.PI * (220 + 55 * number) * i / 44_100));
        }
        AudioWriter.write(
                file,
                44_100,
                Map.of("artist", "Bänd " + number, "title", "Song " + number),
                samples);
    }

    /// Puts a picture into a file of music, as people's tagging programs do.
    private static byte[] embed(Path file) throws Exception {
        Path png = folder.resolve("cover.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png.toFile());
        AudioFile audio = AudioFileIO.read(file.toFile());
        audio.getTag().setField(ArtworkFactory.createArtworkFromFile(png.toFile()));
        audio.commit();
        return Files.readAllBytes(png);
    }

    @AfterAll
    static void stop() {
        server.close();
        segue.close();
    }

    private static HttpResponse<byte[]> send(
            String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:%d/api/v1%s"
                                                .formatted(server.port(), path)))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> answer =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 304) {
                contract.check(
                        contract.operationOf(method, path),
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        return Json.read(new ByteArrayInputStream(answer.body()), HashMap.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("items");
    }

    private static String id(String kind, String name) {
        String q = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return URLEncoder.encode(
                        (String)
                                items(json(get("/search?q=" + q + "&kinds=" + kind), 200))
                                        .getFirst()
                                        .get("id"),
                        StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    @Test
    void findsNamesAndSaysWhenNothingChanged() {
        HttpResponse<byte[]> answer = get("/search?q=band%203&kinds=artist");
        assertThat(items(json(answer, 200)).getFirst()).containsEntry("name", "Bänd 3");
        String etag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/search?q=band%203&kinds=artist", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(get("/search?q=x&kinds=planet").statusCode()).isEqualTo(400);
    }

    @Test
    void pagesThroughTheMusic() {
        Map<String, Object> first = json(get("/tracks?sort=title&limit=4"), 200);
        assertThat(first).containsEntry("total", 6);
        assertThat(items(first)).hasSize(4);
        Map<String, Object> second =
                json(get("/tracks?sort=title&limit=4&cursor=" + first.get("next")), 200);
        assertThat(items(second))
                .extracting(row -> row.get("title"))
                .containsExactly("Song 4", "Song 5");
        assertThat(second.get("next")).isNull();
        assertThat(items(json(get("/tracks?q=file:yes"), 200))).hasSize(2);
        assertThat(new String(get("/tracks?q=colour:red").body(), StandardCharsets.UTF_8))
                .contains("there are: bpm");
        assertThat(get("/tracks?q=colour:red").statusCode()).isEqualTo(400);
    }

    @Test
    void artistsOfWhomThereAreFilesCanBePlayed() {
        String everybody = "{\"whom\":{\"listener\":\"l1\"},\"known\":true,\"n\":6}";
        assertThat(items(json(send("POST", "/recommendations", everybody), 200)))
                .hasSize(6)
                .filteredOn(artist -> artist.get("playable").equals(true))
                .extracting(artist -> artist.get("name"))
                .containsExactlyInAnyOrder("Bänd 0", "Bänd 1");
    }

    @Test
    void showsATrackWithItsWaveform() {
        String id = id("track", "Song 1");
        Map<String, Object> track = json(get("/tracks/" + id), 200);
        assertThat(track.keySet())
                .contains("row", "listeners", "features", "sections", "files", "hasCover");
        assertThat(track).containsEntry("listeners", 8).containsEntry("hasCover", false);
        assertThat((List<?>) track.get("features")).isNotEmpty();
        assertThat((List<?>) json(get("/tracks/" + id + "/waveform"), 200).get("peaks"))
                .isNotEmpty();
        assertThat(get("/tracks/" + id + "/cover").statusCode()).isEqualTo(404);
        assertThat(get("/tracks/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void sendsThePictureInAFile() {
        String id = id("track", "Song 0");
        assertThat(json(get("/tracks/" + id), 200)).containsEntry("hasCover", true);
        HttpResponse<byte[]> answer = get("/tracks/" + id + "/cover");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(answer.body()).isEqualTo(picture);
        String etag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/tracks/" + id + "/cover", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void sendsSoundByRanges() throws IOException {
        byte[] file = Files.readAllBytes(folder.resolve("music/song0.flac"));
        String path = "/tracks/" + id("track", "Song 0") + "/audio";
        HttpResponse<byte[]> whole = get(path);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(file);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("audio/flac");
        assertThat(whole.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        HttpResponse<byte[]> part = get(path, "Range", "bytes=100-199");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(file, 100, 200));
        assertThat(part.headers().firstValue("Content-Range"))
                .hasValue("bytes 100-199/" + file.length);
        assertThat(get(path, "Range", "bytes=-5").body())
                .isEqualTo(Arrays.copyOfRange(file, file.length - 5, file.length));
        HttpResponse<byte[]> outside = get(path, "Range", "bytes=" + file.length + "-");
        assertThat(outside.statusCode()).isEqualTo(416);
        assertThat(outside.headers().firstValue("Content-Range"))
                .hasValue("bytes */" + file.length);
        assertThat(get("/tracks/" + id("track", "Song 5") + "/audio").statusCode()).isEqualTo(404);
    }

    @Test
    void showsArtistsAndWhoIsAroundThem() {
        String id = id("artist", "Bänd 2");
        assertThat(json(get("/artists/" + id), 200))
                .containsEntry("name", "Bänd 2")
                .containsEntry("listeners", 8)
                .containsEntry("hasSound", false);
        Map<String, Object> network = json(get("/artists/" + id + "/network?n=4"), 200);
        assertThat((List<?>) network.get("nodes")).hasSize(4);
        assertThat((List<?>) network.get("links")).isNotEmpty();
        assertThat(get("/artists/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void findsArtistsThatTheSamePeoplePlay() {
        String path = "/artists/" + id("artist", "Bänd 2") + "/similar";
        HttpResponse<byte[]> answer = get(path + "?n=3");
        Map<String, Object> similar = json(answer, 200);
        assertThat(similar).containsEntry("by", "plays").containsEntry("model", "als");
        assertThat((Map<?, ?>) similar.get("subject")).isEqualTo(subject("artist", "Bänd 2"));
        assertThat(items(similar))
                .extracting(item -> item.get("name"))
                .isEqualTo(
                        segue.recommender("als").similar("Bänd 2", 3).items().stream()
                                .map(RankedItem::name)
                                .toList());
        assertThat(similar.get("notes").toString()).contains("By plays: 8 have it");
        String etag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path + "?n=3", "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(get(path + "?by=sound").statusCode()).isEqualTo(404);
        assertThat(get(path + "?sound=2").statusCode()).isEqualTo(400);
        assertThat(get(path + "?by=plays&sound=0.5").statusCode()).isEqualTo(400);
        assertThat(get("/artists/nobody/similar").statusCode()).isEqualTo(404);
    }

    @Test
    void blendsPlaysAndSoundWhereBothAreKnown() {
        String path = "/artists/" + id("artist", "Bänd 0") + "/similar";
        Map<String, Object> both = json(get(path + "?sound=0.5"), 200);
        assertThat(both).containsEntry("by", "both").containsEntry("model", "als");
        assertThat(items(both)).extracting(item -> item.get("name")).contains("Bänd 1");
        assertThat(json(get(path + "?sound=0"), 200)).containsEntry("by", "plays");
        assertThat(json(get(path + "?sound=1"), 200)).containsEntry("by", "sound");
    }

    private static Map<String, Object> subject(String kind, String name) {
        return Map.of(
                "kind",
                kind,
                "id",
                URLDecoder.decode(id(kind, name), StandardCharsets.UTF_8),
                "name",
                name);
    }

    @Test
    void findsTracksThatSoundAlikeAndFit() {
        String path = "/tracks/" + id("track", "Song 0") + "/similar";
        Map<String, Object> similar = json(get(path), 200);
        assertThat(similar).containsEntry("by", "sound").containsEntry("model", "");
        assertThat(items(similar)).extracting(item -> item.get("name")).containsExactly("Song 1");
        assertThat(items(similar).getFirst().get("reasons").toString()).contains("sounds alike");
        assertThat(items(json(get(path + "?bpm=1..2"), 200))).isEmpty();
        assertThat(items(json(get(path + "?genre=polka"), 200))).isEmpty();
        assertThat(get(path + "?bpm=fast").statusCode()).isEqualTo(400);
        assertThat(get(path + "?by=plays").statusCode()).isEqualTo(404);
        assertThat(get("/tracks/" + id("track", "Song 5") + "/similar").statusCode())
                .isEqualTo(404);
        // An id is an id, never the path of a file.
        String file = URLEncoder.encode(folder + "/music/song0.flac", StandardCharsets.UTF_8);
        assertThat(get("/tracks/" + file + "/similar").statusCode()).isIn(400, 404);
    }

    @Test
    void tellsAHistoryWithoutTimesAsItIs() {
        Map<String, Object> history = json(get("/listeners/l1/history"), 200);
        assertThat(history).containsEntry("id", "l1").containsEntry("timed", 0.0);
        assertThat((List<?>) history.get("artists")).hasSize(4);
        assertThat((List<?>) history.get("days")).isEmpty();
        assertThat(get("/listeners/l1/history?zone=Moon").statusCode()).isEqualTo(400);
        assertThat(get("/listeners/nobody/history").statusCode()).isEqualTo(404);
    }

    @Test
    void listsListenersAndWhatTheyPlayMost() {
        Map<String, Object> page = json(get("/listeners?limit=5"), 200);
        assertThat(items(page)).hasSize(5);
        assertThat(page.get("next")).isNotNull();
        assertThat(items(json(get("/listeners?q=l1&limit=50"), 200))).hasSize(3);
        assertThat(items(json(get("/listeners/l1/top?kind=artist&limit=1"), 200)).getFirst())
                .containsEntry("name", "Bänd 4");
        assertThat(json(get("/listeners/l1"), 200)).containsEntry("artists", 4);
        assertThat(get("/listeners/zoe").statusCode()).isEqualTo(404);
    }

    @Test
    void playlistsAreMadeChangedExportedAndBroughtBack() {
        HttpResponse<byte[]> created =
                send(
                        "POST",
                        "/playlists",
                        """
                        {"name": "Nacht", "items": [{"kind": "track", "name": "Song 0"},
                            {"kind": "track", "name": "Song 5"}]}
                        """);
        String id = (String) json(created, 201).get("id");
        assertThat(created.headers().firstValue("Location")).hasValue("/api/v1/playlists/" + id);
        Map<String, Object> changed =
                json(
                        send(
                                "PATCH",
                                "/playlists/" + id,
                                """
                                {"name": "Tag", "remove": [2], "add": [{"kind": "track", "name": "Song 1"}],
                                 "notes": "leise"}
                                """),
                        200);
        assertThat(changed).containsEntry("name", "Tag").containsEntry("notes", "leise");
        assertThat(items(changed))
                .extracting(i -> i.get("name"))
                .containsExactly("Song 0", "Song 1");
        String file =
                new String(get("/playlists/" + id + "/export").body(), StandardCharsets.UTF_8);
        assertThat(file).startsWith("#EXTM3U").contains("song0.flac").contains("song1.flac");
        assertThat(send("DELETE", "/playlists/" + id, "").statusCode()).isEqualTo(204);
        assertThat(get("/playlists/" + id).statusCode()).isEqualTo(404);
        assertThat(items(json(send("POST", "/playlists/" + id + "/restore", ""), 200))).hasSize(2);
        assertThat(send("PATCH", "/playlists/" + id, "{\"remove\": [9]}").statusCode())
                .isEqualTo(400);
        assertThat(
                        new String(
                                send(
                                                "POST",
                                                "/exports",
                                                """
                                                {"format": "csv", "name": "x", "items": [{"kind": "artist", "name": "Bänd 1"}]}
                                                """)
                                        .body(),
                                StandardCharsets.UTF_8))
                .contains("1,artist,\"Bänd 1\"");
    }

    @Test
    void aPlaylistIsMadeAnewOfItsWish() {
        String draft =
                """
                {"name": "%s", "items": [{"kind": "artist", "name": "Bänd 4"}], "recipe": "%s"}
                """;
        String wish = "{\\\"whom\\\": {\\\"listener\\\": \\\"l1\\\"}, \\\"n\\\": 2}";
        String id =
                (String)
                        json(send("POST", "/playlists", draft.formatted("Neu", wish)), 201)
                                .get("id");
        Map<String, Object> made = json(send("POST", "/playlists/" + id + "/refresh", ""), 200);
        // What they have already is not recommended: l1 lacks 2 and 5.
        assertThat(items(made))
                .extracting(i -> i.get("name"))
                .containsExactlyInAnyOrder("Bänd 2", "Bänd 5");
        String plain =
                (String)
                        json(send("POST", "/playlists", draft.formatted("Alt", "")), 201).get("id");
        assertThat(send("POST", "/playlists/" + plain + "/refresh", "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void drawsAMapOfTracksAndOfArtists() {
        Map<String, Object> tracks = json(get("/map?colour=energy"), 200);
        assertThat((List<?>) tracks.get("id")).hasSize(2);
        assertThat((List<?>) tracks.get("x")).hasSize(2);
        assertThat((List<?>) tracks.get("label")).hasSize(2);
        Map<String, Object> artists = json(get("/map?kind=artist"), 200);
        assertThat((List<?>) artists.get("id")).hasSize(6);
        assertThat(json(get("/map?kind=artist"), 200)).isEqualTo(artists);
        assertThat(folder.resolve("library/map/artists.json")).exists();
    }

    @Test
    void asksNewcomersForMoodsAndArtists() {
        assertThat(items(json(get("/moods"), 200))).extracting(m -> m.get("name")).contains("calm");
        assertThat(items(json(get("/onboarding?n=3"), 200))).hasSize(3);
    }

    @Test
    void saysWhatFeaturesSayTogether() {
        Map<String, Object> figures = json(get("/features"), 200);
        assertThat(figures).containsEntry("tracks", 2).containsEntry("heard", 2);
        assertThat(figures.keySet()).contains("correlations", "years", "scatter");
    }
}
