package segue.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.job.Jobs;
import segue.engine.job.Places;
import segue.server.guard.Guard;
import segue.server.guard.Headers;
import segue.server.guard.Malformed;
import segue.server.guard.Patience;
import segue.server.guard.Token;
import segue.server.http.EventStream;
import segue.server.http.Problems;
import segue.server.http.RouteTable;
import segue.server.resource.CommandsResource;
import segue.server.resource.EventsResource;
import segue.server.resource.ImportsResource;
import segue.server.resource.JobsResource;
import segue.server.resource.SettingsResource;
import segue.server.site.ApiDocs;
import segue.server.site.Page;

/// A running server over an open library. Ends with [#close()], which lets requests under way
/// finish.
public final class Server implements AutoCloseable {

    /// Tells the command line where the server of a library is.
    public static final String ADDRESS_FILE = "server.json";

    /// What the command line of the same user shows the server.
    public static final String SECRET_FILE = "server.secret";

    /// The web server tells of nothing but trouble.
    private static final List<Logger> LOGS =
            List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("io.javalin"));

    private static final long JSON_BYTES = 1 << 20;
    private static final int IN_MEMORY_BYTES = 1 << 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofSeconds(60);

    private static final Duration HEAD = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(20);

    /// Slower bodies (bytes a second) are not waited for.
    private static final long SLOWEST_REQUEST = 1000;

    private final Segue segue;
    private final Javalin javalin;
    private final String host;
    private final RouteTable table;
    private final Jobs jobs;
    private final EventStream.Ending ending;
    private final CommandsResource commands;

    /// Where a server is.
    public record Address(String host, int port, long pid) {}

    private Server(
            Segue segue,
            Javalin javalin,
            String host,
            RouteTable table,
            Jobs jobs,
            EventStream.Ending ending,
            CommandsResource commands) {
        this.segue = segue;
        this.javalin = javalin;
        this.host = host;
        this.table = table;
        this.jobs = jobs;
        this.ending = ending;
        this.commands = commands;
    }

    /// Starts a server. It does not close `segue`.
    ///
    /// @throws SegueException.Failed if the port is taken
    /// @throws SegueException.NotFound if other machines could ask and there is no token
    public static Server start(Segue segue, ServerOptions options, Commands commands) {
        String secret = Token.random();
        LOGS.forEach(log -> log.setLevel(Level.WARNING));
        Guard guard = new Guard(options.host(), Token.digestOf(segue.folder()), secret);
        Metrics metrics = new Metrics();
        Path uploads = segue.folder().resolve("uploads");
        List<Path> readable = new ArrayList<>(options.importFolders());
        readable.add(uploads);
        Jobs jobs = new Jobs(segue, new Places(readable));
        EventStream.Ending ending = new EventStream.Ending();
        CommandsResource running =
                new CommandsResource(
                        (command, out, err, stop) -> {
                            int code = commands.run(command, out, err, stop);
                            segue.refresh(Run.quiet(0));
                            return code;
                        },
                        guard);
        RouteTable routes =
                Routes.of(
                        segue,
                        guard,
                        List.of(
                                metrics,
                                new SettingsResource(
                                        segue.folder().resolve("settings.json"),
                                        options.importFolders(),
                                        options.uploadBytes()),
                                new JobsResource(jobs, ending),
                                new EventsResource(segue, jobs, ending),
                                new ImportsResource(jobs, uploads),
                                running));
        Javalin javalin =
                Javalin.create(
                        config -> configure(config, routes, guard, metrics, options, uploads));
        try {
            Files.createDirectories(uploads.resolve(".parts"));
            javalin.start(options.host(), options.port());
        } catch (IOException e) {
            jobs.close();
            throw new SegueException.Failed(
                    "The folder for uploads cannot be made: " + e.getMessage(), e);
        } catch (JavalinBindException e) {
            jobs.close();
            throw new SegueException.Failed(
                    "Port %d of %s is taken; choose another with --port (0: any)."
                            .formatted(options.port(), options.host()),
                    e);
        }
        segue.stayWarm();
        Server server = new Server(segue, javalin, options.host(), routes, jobs, ending, running);
        server.tellAddress(secret);
        return server;
    }

    private static void configure(
            JavalinConfig config,
            RouteTable routes,
            Guard guard,
            Metrics metrics,
            ServerOptions options,
            Path uploads) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = JSON_BYTES;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = new CompressionStrategy(null, new Gzip(4));
        config.router.treatMultipleSlashesAsSingleSlash = false;
        config.jetty.modifyHttpConfiguration(Server::http);
        config.jetty.multipartConfig.cacheDirectory(uploads.resolve(".parts").toString());
        config.jetty.multipartConfig.maxFileSize(options.uploadBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(options.uploadBytes(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxInMemoryFileSize(IN_MEMORY_BYTES, SizeUnit.BYTES);
        config.jetty.modifyServer(
                server -> {
                    server.setStopTimeout(PATIENCE.toMillis());
                    server.setErrorHandler(new Malformed());
                    new Patience(HEAD, GRACE, SLOWEST_REQUEST).guard(server);
                });
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
        config.routes.before(
                ctx -> {
                    Headers.add(ctx);
                    guard.check(ctx);
                });
        for (RouteTable.Route route : routes.routes()) {
            config.routes.addEndpoint(
                    new Endpoint(
                            route.method(),
                            RouteTable.BASE + route.path(),
                            measured(route, metrics)));
        }
        new ApiDocs().register(config.routes);
        Page page = new Page();
        config.routes.get("/", page::serve);
        config.routes.get("/<path>", page::serve);
        Problems.register(config.routes);
    }

    /// Ids may hold slashes; slow clients do not hold a connection for ever.
    private static void http(HttpConfiguration http) {
        http.setUriCompliance(
                UriCompliance.DEFAULT.with(
                        "segue",
                        UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                        UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                        UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS));
        http.setSendServerVersion(false);
        http.setIdleTimeout(IDLE.toMillis());
    }

    private static Handler measured(RouteTable.Route route, Metrics metrics) {
        String method = route.method().name();
        return ctx -> {
            long began = System.nanoTime();
            handle(route.handler(), ctx);
            metrics.answered(method, route.path(), ctx.statusCode(), System.nanoTime() - began);
        };
    }

    // Everything a handler throws becomes an answer here, so that it is counted with its status.
    private static void handle(Handler handler, Context ctx) {
        try {
            handler.handle(ctx);
        } catch (Exception e) {
            Problems.tell(ctx, e);
        }
    }

    private void tellAddress(String secret) {
        try {
            Token.write(segue.folder().resolve(SECRET_FILE), secret);
            Token.write(
                    segue.folder().resolve(ADDRESS_FILE),
                    Json.line(new Address(host, port(), ProcessHandle.current().pid())));
        } catch (IOException e) {
            javalin.stop();
            throw new SegueException.Failed(
                    "The address of the server could not be noted: " + e.getMessage(), e);
        }
    }

    /// Its routes, as `GET /models/{name}`.
    List<String> routes() {
        return table.routes().stream()
                .map(route -> route.method().name() + " " + route.path())
                .toList();
    }

    public int port() {
        return javalin.port();
    }

    /// What to open in a browser.
    public String url() {
        String name = host.equals("127.0.0.1") || host.equals("0.0.0.0") ? "localhost" : host;
        return "http://%s:%d/".formatted(name.contains(":") ? "[" + name + "]" : name, port());
    }

    /// Running jobs stop where they can go on; then no request is taken any more.
    @Override
    public void close() {
        ending.begin();
        commands.stopAll();
        jobs.close();
        for (String file : List.of(ADDRESS_FILE, SECRET_FILE)) {
            try {
                Path path = segue.folder().resolve(file);
                Files.deleteIfExists(path);
            } catch (IOException e) {
                System.getLogger(Server.class.getName())
                        .log(System.Logger.Level.WARNING, file + " could not be deleted", e);
            }
        }
        javalin.stop();
    }
}
