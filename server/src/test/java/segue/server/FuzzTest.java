package segue.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.engine.Segue;
import tools.jackson.databind.JsonNode;

/// Whatever is sent, the server neither stumbles nor tells of its inside.
class FuzzTest {

    private static final int REQUESTS = 1000;

    private static final List<String> BROKEN =
            List.of(
                    "",
                    "null",
                    "[]",
                    "{",
                    "\"\"",
                    "0",
                    "-1",
                    "1e999",
                    "99999999999999999999",
                    "true",
                    "{}",
                    "[[[[]]]]",
                    "\"\\u0000\"",
                    "\"' OR 1=1 --\"",
                    "\"../../etc/passwd\"",
                    "{\"a\":{\"b\":[1,2,{}]}}",
                    "\"%s\"".formatted("x".repeat(3000)));

    private final SplittableRandom random = new SplittableRandom(20261121);

    @Test
    void aThousandMalformedRequestsNeverMakeItStumble(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("inbox"));
        Contract contract = Contract.read();
        try (Segue segue = Small.library(folder);
                Server server = Server.start(segue, Small.options(folder), Small.NO_COMMANDS)) {
            Client client = new Client(server.port());
            client.job("{\"kind\":\"train\",\"request\":{\"algorithm\":\"popular\"}}");
            List<String> operations =
                    contract.operations().stream()
                            .filter(operation -> !operation.equals("GET /events"))
                            .toList();
            for (int i = 0; i < REQUESTS; i++) {
                String operation = operations.get(random.nextInt(operations.size()));
                HttpRequest request = request(client, operation, contract.operation(operation));
                Client.Answer answer = patiently(client, request);
                String what = request.method() + " " + request.uri() + " → " + answer.body();
                assertThat(answer.status()).as(what).isLessThan(500);
                assertThat(answer.body()).as(what).doesNotContain("Exception", "\tat ");
            }
            assertThat(client.get("/health/ready").get("status").asString()).isEqualTo("up");
        }
    }

    /// After a body that it did not read to the end the server closes the connection, which the
    /// next request may meet: it is sent once more.
    private static Client.Answer patiently(Client client, HttpRequest request) throws Exception {
        try {
            return client.send(request);
        } catch (IOException e) {
            return client.send(request);
        }
    }

    private HttpRequest request(Client client, String operation, JsonNode described) {
        String[] parts = operation.split(" ");
        String path = parts[1];
        while (path.contains("{")) {
            path = path.replaceFirst("\\{\\w+}", encoded(word()).replace("+", "%20"));
        }
        StringBuilder query = new StringBuilder();
        if (described.has("parameters")) {
            for (JsonNode parameter : described.get("parameters")) {
                if (parameter.has("name") && random.nextBoolean()) {
                    query.append(query.isEmpty() ? "?" : "&")
                            .append(parameter.get("name").asString())
                            .append("=")
                            .append(encoded(word()));
                }
            }
        }
        for (String common : List.of("limit", "cursor", "n", "sound")) {
            if (random.nextInt(4) == 0) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(common)
                        .append("=")
                        .append(encoded(word()));
            }
        }
        HttpRequest.Builder request = client.request("/api/v1" + path + query);
        if (random.nextInt(3) == 0) {
            request.header(
                    "Content-Type",
                    random.nextBoolean() ? "multipart/form-data; boundary=x" : "text/plain");
        }
        return request.method(
                        parts[0],
                        parts[0].equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body()))
                .build();
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private String word() {
        return switch (random.nextInt(4)) {
            case 0 -> "l4";
            case 1 -> "%" + (char) random.nextInt(32, 0x2fff);
            default -> {
                String word = BROKEN.get(random.nextInt(BROKEN.size()));
                yield word.isEmpty() ? "." : word.substring(0, Math.min(200, word.length()));
            }
        };
    }

    /// Fields that the API knows, with values that it does not expect.
    private String body() {
        if (random.nextInt(4) == 0) {
            return BROKEN.get(random.nextInt(BROKEN.size()));
        }
        List<String> fields =
                List.of(
                        "whom",
                        "listener",
                        "like",
                        "n",
                        "filter",
                        "moods",
                        "knobs",
                        "moment",
                        "model",
                        "seed",
                        "kind",
                        "item",
                        "at",
                        "path",
                        "request",
                        "name",
                        "items",
                        "algorithm",
                        "settings",
                        "places",
                        "sets",
                        "seconds",
                        "algorithms",
                        "token",
                        "args",
                        "terminal",
                        "theme",
                        "reasons",
                        "known");
        StringBuilder body = new StringBuilder("{");
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("\"")
                    .append(fields.get(random.nextInt(fields.size())))
                    .append("\":")
                    .append(value(2));
        }
        return body.append("}").toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> "\"artist\"";
            case 1 -> "\"l4\"";
            case 2 -> Integer.toString(random.nextInt(-5, 1000));
            case 3 -> {
                String value = BROKEN.get(random.nextInt(BROKEN.size()));
                yield value.isEmpty() || value.equals("{") ? "null" : value;
            }
            case 4 -> "[" + value(depth - 1) + "]";
            default -> "{\"id\":" + value(depth - 1) + ",\"kind\":" + value(depth - 1) + "}";
        };
    }
}
