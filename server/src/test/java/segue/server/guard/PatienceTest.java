package segue.server.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Clients of every pace, on real connections.
class PatienceTest {

    private static final String POST = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n";
    private static final int MOST_PIECES = 400;
    private static final int PAUSE_MILLIS = 50;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(
                new Handler.Abstract() {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback)
                            throws Exception {
                        int length = Content.Source.asByteBuffer(request).remaining();
                        Content.Sink.write(response, true, "read " + length, callback);
                        return true;
                    }
                });
        new Patience(Duration.ofMillis(300), Duration.ofMillis(300), 1000).guard(server);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    /// Sends pieces with pauses, until the server answers or closes.
    private String dribble(String first, String piece, int pieces) throws IOException {
        StringBuilder answer = new StringBuilder();
        try (Socket socket = new Socket("localhost", connector.getLocalPort())) {
            socket.setSoTimeout(PAUSE_MILLIS);
            socket.getOutputStream().write(first.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < MOST_PIECES; i++) {
                try {
                    byte[] got = new byte[4096];
                    int length = socket.getInputStream().read(got);
                    if (length < 0) {
                        return answer + "closed";
                    }
                    answer.append(new String(got, 0, length, StandardCharsets.US_ASCII));
                } catch (SocketTimeoutException e) {
                    if (i < pieces) {
                        socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
                    }
                }
            }
        } catch (SocketException e) {
            return answer + "closed";
        }
        return answer + "open";
    }

    @Test
    void whoNeverEndsTheHeadOfARequestIsLetGo() throws IOException {
        assertThat(dribble("GET / HTTP/1.1\r\nHost: x\r\n", "X-A: b\r\n", MOST_PIECES))
                .isEqualTo("closed");
        assertThat(dribble("", "", 0)).isEqualTo("closed");
    }

    @Test
    void aBodyThatDripsIsNotWaitedFor() throws IOException {
        String answer = dribble(String.format(Locale.ROOT, POST, 100_000), "x", MOST_PIECES);
        assertThat(answer).startsWith("HTTP/1.1 408").endsWith("closed");
    }

    @Test
    void aBodyThatComesSteadilyIsReadHoweverLongItTakes() throws IOException {
        String piece = "x".repeat(1000);
        String answer = dribble(String.format(Locale.ROOT, POST, 30_000), piece, 30);
        assertThat(answer).startsWith("HTTP/1.1 200").contains("read 30000");
    }
}
