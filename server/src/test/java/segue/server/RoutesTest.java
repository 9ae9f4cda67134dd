package segue.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.engine.Segue;

/// The routes are those of openapi.yaml.
class RoutesTest {

    @Test
    void everyRouteIsDescribedAndEveryDescriptionHasARoute(@TempDir Path folder) throws Exception {
        try (Segue segue = Small.library(folder);
                Server server = Server.start(segue, Small.options(folder), Small.NO_COMMANDS)) {
            assertThat(new TreeSet<>(server.routes())).isEqualTo(Contract.read().operations());
        }
    }
}
