package segue.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The disk fills while a server runs. It is played by the limit of the system on the size of files
/// (`prlimit`, Linux), which can be set and lifted from outside; docs/faults.md tells of the same
/// with a real disk that is full.
@Tag("slow")
class FullDiskTest {

    private static final String FOR_L4 = "{\"whom\":{\"listener\":\"l4\"},\"n\":5}";
    private static final int MOST_TRIES = 2000;

    private static void limit(Alone server, String bytes) throws Exception {
        Process limiting =
                new ProcessBuilder(
                                "prlimit",
                                "--pid",
                                Long.toString(server.process().pid()),
                                "--fsize=" + bytes + ":unlimited")
                        .inheritIO()
                        .start();
        assertThat(limiting.waitFor()).isZero();
    }

    private static Client.Answer note(Client client, String key) throws Exception {
        return client.ask(
                "POST /feedback",
                "/feedback",
                "{\"listener\":\"l4\",\"kind\":\"play\",\"item\":{\"kind\":\"artist\",\"name\":\"Artist 3\"}}",
                "Idempotency-Key",
                key);
    }

    @Test
    void nothingAcknowledgedIsLostAndAllElseGoesOn(@TempDir Path folder) throws Exception {
        Small.library(folder).close();
        Alone server = Alone.start(folder);
        List<String> acknowledged = new ArrayList<>();
        try {
            Client client = new Client(server.port());
            client.job("{\"kind\":\"train\",\"request\":{\"algorithm\":\"popular\"}}");
            limit(server, "20000");
            Client.Answer answer = note(client, "k0");
            for (int i = 1; answer.status() == 202 && i < MOST_TRIES; i++) {
                acknowledged.add("k" + (i - 1));
                answer = note(client, "k" + i);
            }
            String refused = "k" + acknowledged.size();
            assertThat(answer.status()).isEqualTo(507);
            assertThat(answer.json().get("detail").asString()).contains("is full", "Make room");
            assertThat(
                            client.ask("POST /recommendations", "/recommendations", FOR_L4)
                                    .json()
                                    .get("items")
                                    .size())
                    .isEqualTo(5);
            assertThat(
                            client.job(
                                            "{\"kind\":\"train\",\"request\":{\"algorithm\":\"als\",\"settings\":{\"rank\":256}}}")
                                    .get("problem")
                                    .asString())
                    .contains("could not be saved");
            limit(server, "unlimited");
            assertThat(note(client, refused).json().get("repeated").asBoolean()).isFalse();
            acknowledged.add(refused);
        } finally {
            server.kill();
        }
        Alone again = Alone.start(folder);
        try {
            Client client = new Client(again.port());
            for (String key : acknowledged) {
                assertThat(note(client, key).json().get("repeated").asBoolean()).as(key).isTrue();
            }
        } finally {
            again.kill();
        }
    }
}
