package segue.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Run;
import segue.engine.Segue;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;
import tools.jackson.databind.JsonNode;

/// Histories and categories over HTTP, of a library with times and features.
class InsightsTest {

    private static final Run RUN = Run.quiet(1);

    @TempDir Path folder;
    private Segue segue;
    private Server server;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        segue =
                Segue.open(
                        folder.resolve("library"),
                        LibraryOptions.DEFAULTS.withMemoryMegabytes(256));
        server = Server.start(segue, Small.options(folder), Small.NO_COMMANDS);
        client = new Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        segue.close();
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.get(field).asString()));
        return texts;
    }

    @Test
    void tellsWhenAListenerPlayedWhat() throws Exception {
        segue.importPlays(
                file(
                        "plays.csv",
                        """
                        listener,artist,track,timestamp
                        ana,Low,Lazy,2024-01-01T23:30:00Z
                        ana,Low,More,2024-01-02T08:00:00Z
                        ana,Muse,Hoodoo,2024-02-03T08:00:00Z
                        """),
                PlaysFormat.DEFAULTS,
                RUN);
        JsonNode history = client.get("/listeners/{id}/history", "/listeners/ana/history");
        assertThat(history.get("hours").get(23).asDouble()).isEqualTo(1);
        assertThat(history.get("clock").get(0).get(23).asDouble()).isEqualTo(1);
        assertThat(texts(history.get("days"), "day"))
                .containsExactly("2024-01-01", "2024-01-02", "2024-02-03");
        assertThat(texts(history.get("overTime"), "name")).containsExactly("Low", "Muse");
        assertThat(texts(history.get("discoveries"), "month"))
                .containsExactly("2024-01", "2024-02");
        assertThat(history.get("streaks").get("longest").asInt()).isEqualTo(2);
        JsonNode east =
                client.get(
                        "/listeners/{id}/history", "/listeners/ana/history?zone=Europe%2FBerlin");
        assertThat(east.get("hours").get(0).asDouble()).isEqualTo(1);
        assertThat(east.get("days").size()).isEqualTo(2);
    }

    @Test
    void showsCategoriesWithTheirElbowAndWhatWasLeftOut() throws Exception {
        assertThat(client.ask("GET /categories", "/categories", "").status()).isEqualTo(404);
        StringBuilder csv =
                new StringBuilder("track_id,track_name,artists,energy,valence,acousticness\n");
        for (int i = 0; i < 12; i++) {
            boolean loud = i % 2 == 0;
            csv.append(
                    String.format(
                            Locale.ROOT,
                            "t%d,Song %d,Band %d,%s,%s,%s%n",
                            i,
                            i,
                            i,
                            loud ? .9 : .1,
                            i == 11 ? "" : (i % 4) / 4.0,
                            loud ? .1 : .8));
        }
        segue.importFeatures(file("features.csv", csv.toString()), 0, RUN);
        sorted();
        JsonNode categories = client.get("/categories");
        assertThat(categories.get("tracks").asInt()).isEqualTo(11);
        assertThat(categories.get("leftOut").asInt()).isEqualTo(1);
        assertThat(categories.get("categories").size()).isEqualTo(2);
        assertThat(categories.get("elbow").get("ranks").get(0).asInt()).isEqualTo(2);
        assertThat(categories.get("elbow").get("ranks").size()).isEqualTo(2);
        JsonNode songs = client.get("/categories/{n}/tracks", "/categories/1/tracks?limit=3");
        assertThat(songs.get("items").size()).isEqualTo(3);
        assertThat(client.ask("GET /categories/{n}/tracks", "/categories/9/tracks", "").status())
                .isEqualTo(404);
    }

    /// As the page asks for it: by a job.
    private void sorted() throws Exception {
        String id =
                client.ask(
                                "POST /jobs",
                                "/jobs",
                                """
                                {"kind":"train","request":{"algorithm":"content-nmf","settings":{"rank":2}}}""")
                        .json()
                        .get("id")
                        .asString();
        assertThat(client.end(id).get("state").asString()).isEqualTo("done");
    }
}
