package segue.server.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import segue.server.http.Problems.Refused;

/// The documentation of the API to read and to try, at `/api`: openapi.yaml shown by Swagger UI,
/// all from the class path, so that it works without a network.
public final class ApiDocs {

    private static final String PROPERTIES =
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final Set<String> SHOWN =
            Set.of("swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png");

    private final String folder;

    public ApiDocs() {
        try (InputStream in = ApiDocs.class.getResourceAsStream(PROPERTIES)) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, PROPERTIES));
            folder =
                    "/META-INF/resources/webjars/swagger-ui/"
                            + properties.getProperty("version")
                            + "/";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Its addresses, which come before those of the page.
    public void register(RoutesConfig routes) {
        routes.get("/api", ctx -> serve(ctx, "/segue/server/api.html"));
        routes.get("/api/start.js", ctx -> serve(ctx, "/segue/server/api.js"));
        routes.get("/api/openapi.yaml", ctx -> serve(ctx, "/openapi.yaml"));
        routes.get(
                "/api/ui/{file}",
                ctx ->
                        serve(
                                ctx,
                                folder
                                        + Optional.of(ctx.pathParam("file"))
                                                .filter(SHOWN::contains)
                                                .orElse("none")));
    }

    private static void serve(Context ctx, String resource) {
        StaticFile.of(resource)
                .orElseThrow(
                        () ->
                                new Refused(
                                        HttpStatus.NOT_FOUND,
                                        "There is nothing at %s.".formatted(ctx.path())))
                .serve(ctx, "no-cache");
    }
}
