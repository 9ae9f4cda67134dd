package segue.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.library.LibraryOptions;
import segue.server.guard.Token;
import tools.jackson.databind.JsonNode;

/// A real server on a free port; every answer is held against openapi.yaml.
class ServerTest {

    @TempDir Path folder;
    private Segue segue;
    private Server server;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(folder.resolve("inbox"));
        segue = Small.library(folder);
        up();
    }

    private void up() throws Exception {
        server = Server.start(segue, Small.options(folder), Small.NO_COMMANDS);
        client = new Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        segue.close();
    }

    private static final String TRAIN =
            "{\"kind\":\"train\",\"request\":{\"algorithm\":\"%s\",\"settings\":{%s}}}";

    private JsonNode train(String algorithm, String settings) throws Exception {
        JsonNode job = client.job(TRAIN.formatted(algorithm, settings));
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
        return job;
    }

    private JsonNode recommend(String body) throws Exception {
        Client.Answer answer = client.ask("POST /recommendations", "/recommendations", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static final String FOR_L4 = "{\"whom\":{\"listener\":\"l4\"},\"n\":5}";

    @Test
    void answersAreAsTheyAreDescribed() throws Exception {
        client.get("/health/live");
        client.get("/health/ready");
        client.get("/session");
        client.get("/settings");
        client.get("/algorithms");
        assertThat(client.get("/library").get("counts").get("listeners").asInt()).isEqualTo(40);
        assertThat(client.get("/models").get("items")).isEmpty();
        assertThat(client.ask("POST /recommendations", "/recommendations", FOR_L4).status())
                .isEqualTo(404);
        JsonNode job = train("als", "\"rank\":4");
        assertThat(client.get("/jobs").get("items")).hasSize(1);
        assertThat(
                        client.get("/jobs/{id}/log", "/jobs/" + job.get("id").asString() + "/log")
                                .get("items"))
                .isNotEmpty();
        assertThat(client.get("/models").get("items").get(0).get("active").asBoolean()).isTrue();
        assertThat(client.get("/models/{name}", "/models/als").get("settings").get("rank"))
                .hasToString("\"4\"");
        assertThat(recommend(FOR_L4).get("items")).hasSize(5);
        assertThat(client.ask("GET /metrics", "/metrics", "").body())
                .contains("http_server_requests_seconds_count{");
        assertThat(
                        client.ask(
                                        "PUT /settings",
                                        "/settings",
                                        "{\"listener\":\"l4\",\"theme\":\"dark\"}")
                                .json()
                                .get("theme")
                                .asString())
                .isEqualTo("dark");
        assertThat(client.get("/settings").get("listener").asString()).isEqualTo("l4");
    }

    @Test
    void feedbackCountsInTheNextAnswerOnceAndCanBeUndone() throws Exception {
        train("als", "\"rank\":4");
        JsonNode first = recommend(FOR_L4).get("items").get(0);
        String body =
                "{\"listener\":\"l4\",\"kind\":\"ban\",\"item\":{\"kind\":\"artist\",\"id\":\"%s\"}}"
                        .formatted(first.get("id").asString());
        for (boolean repeated : new boolean[] {false, true}) {
            Client.Answer noted =
                    client.ask("POST /feedback", "/feedback", body, "Idempotency-Key", "k1");
            assertThat(noted.status()).isEqualTo(202);
            assertThat(noted.json().get("repeated").asBoolean()).isEqualTo(repeated);
        }
        assertThat(recommend(FOR_L4).get("items").toString())
                .doesNotContain("\"id\":\"" + first.get("id").asString() + "\"");
        assertThat(client.get("/listeners/{id}/feedback", "/listeners/l4/feedback").get("items"))
                .hasSize(1);
        assertThat(client.ask("DELETE /feedback/{key}", "/feedback/k1", "").status())
                .isEqualTo(200);
        assertThat(recommend(FOR_L4).get("items").get(0).get("id").asString())
                .isEqualTo(first.get("id").asString());
        assertThat(client.ask("DELETE /feedback/{key}", "/feedback/none", "").status())
                .isEqualTo(404);
    }

    @Test
    void someoneNewIsServedFromTheirFirstPlay() throws Exception {
        train("als", "\"rank\":4");
        Client.Answer noted =
                client.ask(
                        "POST /feedback",
                        "/feedback",
                        "{\"listener\":\"new\",\"kind\":\"play\",\"item\":{\"kind\":\"artist\",\"name\":\"artist 3\"}}");
        assertThat(noted.status()).as(noted.body()).isEqualTo(202);
        assertThat(recommend("{\"whom\":{\"listener\":\"new\"},\"n\":3}").get("items")).hasSize(3);
    }

    @Test
    void aNewModelIsSwappedInWithoutADroppedRequest() throws Exception {
        train("als", "\"rank\":4");
        AtomicBoolean enough = new AtomicBoolean();
        Callable<Integer> asking =
                () -> {
                    Client own = new Client(server.port());
                    int asked = 0;
                    while (!enough.get()) {
                        Client.Answer answer =
                                own.ask("POST /recommendations", "/recommendations", FOR_L4);
                        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                        asked++;
                    }
                    return asked;
                };
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> all = List.of(threads.submit(asking), threads.submit(asking));
            train("item-knn", "");
            assertThat(recommend(FOR_L4).get("model").asString()).isEqualTo("item-knn");
            client.ask("POST /models/rollback", "/models/rollback", "");
            assertThat(recommend(FOR_L4).get("model").asString()).isEqualTo("als");
            client.ask("POST /models/{name}/activate", "/models/item-knn/activate", "");
            assertThat(client.ask("DELETE /models/{name}", "/models/als", "").status())
                    .isEqualTo(204);
            assertThat(client.ask("DELETE /models/{name}", "/models/item-knn", "").status())
                    .isEqualTo(400);
            enough.set(true);
            for (Future<Integer> one : all) {
                assertThat(one.get()).isPositive();
            }
        }
    }

    @Test
    void theLastGoodModelServesWhenTheActiveOneIsDamagedAndTheLibrarySaysSo() throws Exception {
        train("als", "\"rank\":4");
        train("popular", "");
        Path model = folder.resolve("library/models/popular.safetensors");
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length - 3] ^= 1;
        Files.delete(model);
        Files.write(model, bytes, StandardOpenOption.CREATE);
        assertThat(recommend(FOR_L4).get("model").asString()).isEqualTo("als");
        assertThat(client.get("/library").get("notes").toString()).contains("popular", "damaged");
    }

    @Test
    void whatWasBrokenOffGoesOnWhenTheServerIsBack() throws Exception {
        Client.Answer begun =
                client.ask(
                        "POST /jobs",
                        "/jobs",
                        "{\"kind\":\"tune\",\"request\":{\"algorithm\":\"als\",\"seconds\":600}}");
        String id = begun.json().get("id").asString();
        String state = "queued";
        while (state.equals("queued")) {
            state = client.get("/jobs/{id}", "/jobs/" + id).get("state").asString();
        }
        server.close();
        assertThat(Files.readString(folder.resolve("library/jobs/" + id + "/job.json")))
                .contains("interrupted");
        segue.close();
        segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
        up();
        assertThat(client.get("/jobs/{id}", "/jobs/" + id).get("state").asString())
                .isIn("queued", "running");
        client.ask("POST /jobs/{id}/cancel", "/jobs/" + id + "/cancel", "");
        assertThat(client.end(id).get("state").asString()).isEqualTo("cancelled");
        assertThat(client.ask("POST /jobs/{id}/resume", "/jobs/" + id + "/resume", "").status())
                .isEqualTo(202);
        client.get("/jobs/{id}/trials", "/jobs/" + id + "/trials");
        client.ask("POST /jobs/{id}/cancel", "/jobs/" + id + "/cancel", "");
        assertThat(client.end(id).get("state").asString()).isEqualTo("cancelled");
    }

    @Test
    void aBrokenFileAmongUploadsDoesNotKeepTheOthersOut() throws Exception {
        String good = part("good.csv", "listener,artist,plays\nnew,Artist 1,3\n");
        String broken = part("broken.csv", "listener,artist,plays\n,,\nnew,Artist 2,4\n");
        JsonNode result = uploaded(good + broken + "--B--\r\n").get("result");
        assertThat(result.get("imports").size()).isEqualTo(1);
        assertThat(result.get("failures").get(0).get("file").asString()).isEqualTo("broken.csv");
        assertThat(result.get("failures").get(0).get("reason").asString())
                .startsWith("1 of 2 rows are broken");

        String lenient = "--B\r\nContent-Disposition: form-data; name=\"maxRejects\"\r\n\r\n1\r\n";
        JsonNode taken = uploaded(lenient + broken + "--B--\r\n").get("result");
        assertThat(taken.get("imports").get(0).get("kept").asInt()).isEqualTo(1);
        assertThat(taken.get("imports").get(0).get("rejected").asInt()).isEqualTo(1);
    }

    private static String part(String name, String text) {
        return "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, text);
    }

    private JsonNode uploaded(String form) throws Exception {
        Client.Answer begun =
                client.ask(
                        "POST /imports",
                        "/imports",
                        form,
                        "Content-Type",
                        "multipart/form-data; boundary=B");
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return client.end(begun.json().get("id").asString());
    }

    @Test
    void filesComeByUploadOrFromTheFoldersThatMayBeRead() throws Exception {
        String upload =
                "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../more.csv\"\r\n\r\n"
                        + "listener,artist,plays\nnew,Artist 1,3\n\r\n--B--\r\n";
        Client.Answer begun =
                client.ask(
                        "POST /imports",
                        "/imports",
                        upload,
                        "Content-Type",
                        "multipart/form-data; boundary=B");
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        JsonNode done = client.end(begun.json().get("id").asString());
        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(folder.resolve("more.csv")).doesNotExist();
        Path inside =
                Files.writeString(
                        folder.resolve("inbox/some.csv"),
                        "listener,artist,plays\nother,Artist 2,3\n");
        Path link = folder.resolve("inbox/link.csv");
        Files.createSymbolicLink(link, folder.resolve("plays.csv"));
        for (String path : List.of("/etc/passwd", link.toString(), inside + "/../../plays.csv")) {
            assertThat(
                            client.ask(
                                            "POST /imports",
                                            "/imports",
                                            "{\"path\":\"%s\"}".formatted(path))
                                    .status())
                    .as(path)
                    .isEqualTo(404);
        }
        Client.Answer from =
                client.ask("POST /imports", "/imports", "{\"path\":\"%s\"}".formatted(inside));
        assertThat(client.end(from.json().get("id").asString()).get("state").asString())
                .isEqualTo("done");
        assertThat(client.get("/library").get("counts").get("listeners").asInt()).isEqualTo(42);
    }

    @Test
    void otherSitesAndOtherNamesAreTurnedAway() throws Exception {
        assertThat(
                        client.ask(
                                        "POST /models/rollback",
                                        "/models/rollback",
                                        "",
                                        "Origin",
                                        "http://evil.example")
                                .status())
                .isEqualTo(403);
        assertThat(
                        client.ask("GET /library", "/library", "", "Sec-Fetch-Site", "cross-site")
                                .status())
                .isEqualTo(403);
        try (java.net.Socket socket = new java.net.Socket("localhost", server.port())) {
            socket.getOutputStream()
                    .write(
                            "GET /api/v1/library HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void otherMachinesNeedTheToken() throws Exception {
        ServerOptions wide = Small.options(folder).withHost("0.0.0.0");
        assertThatThrownBy(() -> Server.start(segue, wide, Small.NO_COMMANDS))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("segue token");
        String token = Token.create(segue.folder());
        assertThat(Files.readString(segue.folder().resolve("token"))).doesNotContain(token);
        server.close();
        server = Server.start(segue, wide, Small.NO_COMMANDS);
        client = new Client(server.port());
        assertThat(client.ask("GET /library", "/library", "").status()).isEqualTo(401);
        assertThat(
                        client.ask(
                                        "GET /library",
                                        "/library",
                                        "",
                                        "Authorization",
                                        "Bearer " + token)
                                .status())
                .isEqualTo(200);
        assertThat(client.ask("POST /login", "/login", "{\"token\":\"wrong\"}").status())
                .isEqualTo(401);
        Client.Answer login =
                client.ask("POST /login", "/login", "{\"token\":\"%s\"}".formatted(token));
        String cookie = login.raw().headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(client.ask("GET /library", "/library", "", "Cookie", pair).status())
                .isEqualTo(200);
        assertThat(
                        client.ask("POST /models/rollback", "/models/rollback", "", "Cookie", pair)
                                .status())
                .isEqualTo(403);
        client.ask("POST /logout", "/logout", "", "Cookie", pair, "X-Segue", "page");
        assertThat(client.ask("GET /library", "/library", "", "Cookie", pair).status())
                .isEqualTo(401);
    }

    @Test
    void thePageAndTheDocumentationAreServed() throws Exception {
        HttpRequest page = client.request("/discover").header("Accept", "text/html").build();
        Client.Answer answer = client.send(page);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(client.send(client.request("/api").build()).body()).contains("swagger-ui");
        assertThat(client.send(client.request("/api/openapi.yaml").build()).body())
                .startsWith("openapi: 3.1.0");
        for (String path : List.of("/assets/none.js", "/api/ui/../pom.xml", "/%2e%2e/x.js")) {
            assertThat(
                            client.send(client.request(path).header("Accept", "text/html").build())
                                    .status())
                    .as(path)
                    .isBetween(400, 499);
        }
    }
}
