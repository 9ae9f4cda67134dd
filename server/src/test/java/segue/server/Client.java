package segue.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import segue.engine.Json;
import tools.jackson.databind.JsonNode;

/// Asks a real server, and holds every answer against openapi.yaml.
final class Client {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Contract contract;

    Client(int port) throws Exception {
        this.port = port;
        this.contract = Contract.read();
    }

    /// An answer.
    record Answer(int status, String type, String body, HttpResponse<String> raw) {
        JsonNode json() {
            return Json.read(body, JsonNode.class);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    Answer send(HttpRequest request) throws Exception {
        HttpResponse<String> raw = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                raw.statusCode(),
                raw.headers().firstValue("Content-Type").orElse(""),
                raw.body(),
                raw);
    }

    /// @param operation as in openapi.yaml: "GET /models/{name}"
    /// @param path with everything filled in: "/models/als"
    /// @param body empty: none
    Answer ask(String operation, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = request("/api/v1" + path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        Answer answer =
                send(
                        request.method(
                                        operation.substring(0, operation.indexOf(' ')),
                                        body.isEmpty()
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(body))
                                .build());
        contract.check(operation, answer.status(), answer.type(), answer.body());
        return answer;
    }

    JsonNode get(String operation, String path) throws Exception {
        Answer answer = ask("GET " + operation, path, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    JsonNode get(String path) throws Exception {
        return get(path, path);
    }

    /// Begins a job and waits for its end, by its events.
    JsonNode job(String body) throws Exception {
        Answer begun = ask("POST /jobs", "/jobs", body);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return end(begun.json().get("id").asString());
    }

    JsonNode end(String id) throws Exception {
        send(
                request("/api/v1/jobs/" + id + "/events")
                        .header("Accept", "text/event-stream")
                        .build());
        return get("/jobs/{id}", "/jobs/" + id);
    }
}
