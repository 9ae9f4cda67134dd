package segue.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import segue.engine.Json;
import segue.server.Commands;
import segue.server.Server;
import segue.server.resource.CommandsResource.Frame;
import tools.jackson.core.JacksonException;

/// A command beside a running server: the server has the library open, so it runs the command, and
/// what it prints appears here.
final class Beside {

    private final URI base;
    private final String secret;
    private final Terminal terminal;
    private final HttpClient client = HttpClient.newHttpClient();

    private Beside(URI base, String secret, Terminal terminal) {
        this.base = base;
        this.secret = secret;
        this.terminal = terminal;
    }

    /// The server that has a library open, if one says so there.
    static Optional<Beside> of(Path library, Terminal terminal) {
        Path file = library.resolve(Server.ADDRESS_FILE);
        Path secret = library.resolve(Server.SECRET_FILE);
        if (!Files.isReadable(file) || !Files.isReadable(secret)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Server.Address address = Json.read(in, Server.Address.class);
            String host = address.host().equals("0.0.0.0") ? "127.0.0.1" : address.host();
            return Optional.of(
                    new Beside(
                            URI.create(
                                    "http://%s:%d/api/v1/"
                                            .formatted(
                                                    host.contains(":") ? "[" + host + "]" : host,
                                                    address.port())),
                            Files.readString(secret).strip(),
                            terminal));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Where the page is.
    URI page() {
        return base.resolve("/");
    }

    /// Has the server run a command.
    ///
    /// @return its exit code; empty if nobody answers there
    Optional<Integer> run(List<String> args) {
        Commands.Command command =
                new Commands.Command(
                        args,
                        Path.of("").toAbsolutePath(),
                        new Commands.Screen(
                                terminal.width(),
                                terminal.liveOut(),
                                terminal.liveErr(),
                                terminal.color(),
                                terminal.system().getProperty("segue.command", "segue")));
        try {
            HttpResponse<InputStream> answer =
                    client.send(
                            request("commands", Json.line(command)),
                            HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                answer.body().close();
                return Optional.empty();
            }
            return Optional.of(show(answer.body()));
        } catch (IOException e) {
            // Nobody is there; who breaks off later is dealt with where it is read.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(ExitCodes.CANCELLED);
        }
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private int show(InputStream frames) {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(frames, StandardCharsets.UTF_8));
                Interrupts.Hook hook = new Interrupts.Hook()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Frame frame = Json.read(line, Frame.class);
                frame.id().ifPresent(id -> hook.onInterrupt(() -> cancel(id)));
                frame.out().ifPresent(terminal.out()::print);
                frame.err().ifPresent(terminal.err()::print);
                terminal.out().flush();
                terminal.err().flush();
                if (frame.exit().isPresent()) {
                    return frame.exit().get();
                }
            }
        } catch (IOException | JacksonException e) {
            // The end of the stream, or amid a line.
        }
        terminal.err().println("segue: The server ended before the command did.");
        return ExitCodes.FAILED;
    }

    private void cancel(String id) {
        try {
            client.send(
                    request("commands/" + id + "/cancel", "{}"),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            terminal.err().println("segue: The server does not answer any more.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
