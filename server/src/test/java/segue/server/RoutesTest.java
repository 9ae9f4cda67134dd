package segue.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.engine.Segue;

/// The routes are those of openapi.yaml.
class RoutesTest {

    /// What openapi.yaml has before the server: nothing may be added here.
    private static final Set<String> AWAITED =
            Set.of(
                    "GET /search",
                    "GET /listeners",
                    "GET /listeners/{id}",
                    "GET /listeners/{id}/history",
                    "GET /listeners/{id}/top",
                    "GET /artists/{id}",
                    "GET /artists/{id}/similar",
                    "GET /artists/{id}/network",
                    "GET /tracks",
                    "GET /tracks/{id}",
                    "GET /tracks/{id}/similar",
                    "GET /tracks/{id}/audio",
                    "GET /tracks/{id}/cover",
                    "GET /tracks/{id}/waveform",
                    "GET /moods",
                    "GET /onboarding",
                    "GET /playlists",
                    "POST /playlists",
                    "GET /playlists/{id}",
                    "PUT /playlists/{id}",
                    "PATCH /playlists/{id}",
                    "DELETE /playlists/{id}",
                    "GET /playlists/{id}/export",
                    "POST /exports",
                    "GET /map",
                    "GET /features",
                    "GET /categories",
                    "GET /categories/{n}/tracks");

    @Test
    void everyRouteIsDescribedAndEveryDescriptionHasARoute(@TempDir Path folder) throws Exception {
        try (Segue segue = Small.library(folder);
                Server server = Server.start(segue, Small.options(folder), Small.NO_COMMANDS)) {
            Set<String> described = Contract.read().operations();
            Set<String> routes = new TreeSet<>(server.routes());
            assertThat(described).containsAll(routes);
            Set<String> missing = new TreeSet<>(described);
            missing.removeAll(routes);
            assertThat(AWAITED).containsAll(missing);
        }
    }
}
