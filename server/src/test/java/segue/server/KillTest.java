package segue.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.engine.Segue;

/// The process is killed while it takes feedback. The whole proof, 20 kills and 10,000 events,
/// takes minutes: `-Dsegue.kills=20 -Dsegue.events=500`.
@Tag("slow")
class KillTest {

    private static final int KILLS = Integer.getInteger("segue.kills", 3);
    private static final int ACKNOWLEDGED = Integer.getInteger("segue.events", 150);
    private static final int CLIENTS = 8;

    @Test
    void noAcknowledgedEventIsLostAndNoneIsNotedTwice(@TempDir Path folder) throws Exception {
        long before;
        try (Segue segue = Small.library(folder)) {
            before = Math.round(segue.status().status().plays());
        }
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Set<String> sent = ConcurrentHashMap.newKeySet();
        for (int kill = 0; kill < KILLS; kill++) {
            Alone running = Alone.start(folder);
            load(running, kill, sent, acknowledged);
        }
        Alone last = Alone.start(folder);
        try {
            Client client = new Client(last.port());
            // Who got no answer asks again, and again.
            for (int again = 0; again < 2; again++) {
                for (String key : sent) {
                    if (!acknowledged.contains(key)) {
                        client.ask("POST /feedback", "/feedback", body(), "Idempotency-Key", key);
                    }
                }
            }
            assertThat(plays(client)).isEqualTo(before + sent.size());
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

    private static long plays(Client client) throws Exception {
        return client.get("/library").get("counts").get("plays").asLong();
    }

    private static String body() {
        return "{\"listener\":\"l4\",\"kind\":\"play\",\"item\":{\"kind\":\"artist\",\"name\":\"Artist 3\"}}";
    }

    /// Kills the server amid requests, once enough were acknowledged.
    private static void load(Alone running, int kill, Set<String> sent, Set<String> acknowledged)
            throws Exception {
        AtomicInteger count = new AtomicInteger();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Integer> numbers = List.of(0, 1, 2, 3, 4, 5, 6, 7);
            for (int number : numbers) {
                clients.submit(
                        () -> {
                            Client client = new Client(running.port());
                            for (int i = 0; ; i++) {
                                String key = kill + "-" + number + "-" + i;
                                sent.add(key);
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
