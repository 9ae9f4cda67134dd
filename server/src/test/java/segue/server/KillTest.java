package segue.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.engine.Segue;
import segue.library.LibraryOptions;

/// The process is killed while it takes feedback.
@Tag("slow")
class KillTest {

    private static final int KILLS = 3;
    private static final int ACKNOWLEDGED = 400;
    private static final int CLIENTS = 8;

    /// A server of its own process: says its port, and runs until it is killed.
    static final class Alone {
        private Alone() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            Segue segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
            Server server = Server.start(segue, Small.options(folder), Small.NO_COMMANDS);
            System.out.println("port " + server.port());
            new CountDownLatch(1).await();
        }
    }

    private record Running(Process process, int port) {}

    private static Running start(Path folder) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-modules",
                                "jdk.incubator.vector",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Alone.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertThat(line).startsWith("port ");
        return new Running(process, Integer.parseInt(line.substring(5)));
    }

    @Test
    void noAcknowledgedEventIsLost(@TempDir Path folder) throws Exception {
        Small.library(folder).close();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int kill = 0; kill < KILLS; kill++) {
            Running running = start(folder);
            load(running, kill, acknowledged);
        }
        Running last = start(folder);
        try {
            Client client = new Client(last.port());
            for (String key : acknowledged) {
                Client.Answer again =
                        client.ask("POST /feedback", "/feedback", body(), "Idempotency-Key", key);
                assertThat(again.json().get("repeated").asBoolean()).as(key).isTrue();
            }
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * ACKNOWLEDGED);
        } finally {
            last.process().destroyForcibly().waitFor();
        }
    }

    private static String body() {
        return "{\"listener\":\"l4\",\"kind\":\"play\",\"item\":{\"kind\":\"artist\",\"name\":\"Artist 3\"}}";
    }

    /// Kills the server amid requests, once enough were acknowledged.
    private static void load(Running running, int kill, Set<String> acknowledged) throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Integer> numbers = List.of(0, 1, 2, 3, 4, 5, 6, 7);
            for (int number : numbers) {
                clients.submit(
                        () -> {
                            Client client = new Client(running.port());
                            for (int i = 0; ; i++) {
                                String key = kill + "-" + number + "-" + i;
                                Client.Answer answer =
                                        client.ask(
                                                "POST /feedback",
                                                "/feedback",
                                                body(),
                                                "Idempotency-Key",
                                                key);
                                if (answer.status() == 202) {
                                    acknowledged.add(key);
                                    if (count.incrementAndGet() == ACKNOWLEDGED) {
                                        running.process().destroyForcibly();
                                    }
                                }
                            }
                        });
            }
        }
        running.process().waitFor();
    }
}
