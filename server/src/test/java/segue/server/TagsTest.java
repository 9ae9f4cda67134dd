package segue.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.engine.Segue;

/// Answers that have not changed are not sent again, and those that have are.
class TagsTest {

    @TempDir Path folder;

    private static HttpResponse<String> get(Client client, String path, String tag)
            throws Exception {
        HttpRequest.Builder request = client.request("/api/v1" + path);
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return client.send(request.build()).raw();
    }

    private static String idOf(Client client, String name) throws Exception {
        return URLEncoder.encode(
                        client.get("/search", "/search?kinds=artist&q=" + name.replace(" ", "%20"))
                                .get("items")
                                .get(0)
                                .get("id")
                                .asString(),
                        StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    @Test
    void anAnswerHoldsUntilSomethingIsPlayed() throws Exception {
        try (Segue segue = Small.library(folder);
                Server server = Server.start(segue, Small.options(folder), Small.NO_COMMANDS)) {
            Client client = new Client(server.port());
            client.job(
                    "{\"kind\":\"train\",\"request\":{\"algorithm\":\"als\",\"settings\":{\"rank\":4}}}");
            String artist = "/artists/" + idOf(client, "Artist 3");
            List<String> ofPlays =
                    List.of(
                            artist,
                            "/listeners",
                            "/listeners/l4",
                            "/listeners/l4/top?kind=artist",
                            "/listeners/l4/history",
                            "/listeners/l4/feedback",
                            artist + "/network?n=4");
            List<String> ofMusic =
                    List.of(
                            "/tracks",
                            "/models",
                            "/models/als",
                            "/algorithms",
                            artist + "/similar");
            Map<String, String> tags = new TreeMap<>();
            for (List<String> paths : List.of(ofPlays, ofMusic)) {
                for (String path : paths) {
                    HttpResponse<String> first = get(client, path, "");
                    assertThat(first.statusCode()).as(path).isEqualTo(200);
                    tags.put(path, first.headers().firstValue("ETag").orElseThrow());
                    HttpResponse<String> again = get(client, path, tags.get(path));
                    assertThat(again.statusCode()).as(path).isEqualTo(304);
                    assertThat(again.body()).isEmpty();
                }
            }
            client.ask(
                    "POST /feedback",
                    "/feedback",
                    "{\"listener\":\"l4\",\"kind\":\"play\",\"item\":{\"kind\":\"artist\",\"name\":\"Artist 3\"}}");
            for (String path : ofPlays) {
                assertThat(get(client, path, tags.get(path)).statusCode()).as(path).isEqualTo(200);
            }
            for (String path : ofMusic) {
                assertThat(get(client, path, tags.get(path)).statusCode()).as(path).isEqualTo(304);
            }
        }
    }
}
