package segue.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import segue.core.run.SegueException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/// What went wrong → status and problem document (RFC 9457). The one place. A fault of Segue's own
/// is logged with the id of its request; nobody outside sees more than that id.
public final class Problems {

    private static final Logger LOG = System.getLogger(Problems.class.getName());

    /// The attribute of a request under which its id is kept.
    public static final String REQUEST_ID = "segue.request";

    private Problems() {}

    /// A problem document.
    ///
    /// @param instance the id of the request
    /// @param errors what is wrong in which field
    public record Problem(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            List<Field> errors) {
        public Problem {
            errors = List.copyOf(errors);
        }
    }

    /// What is wrong in a field of the request.
    public record Field(String field, String message) {}

    /// A refusal with a status of its own.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final HttpStatus status;

        public Refused(HttpStatus status, String detail) {
            super(detail, null, false, false);
            this.status = status;
        }

        public HttpStatus status() {
            return status;
        }
    }

    /// Catches everything that handlers throw.
    public static void register(RoutesConfig routes) {
        routes.exception(Exception.class, (e, ctx) -> tell(ctx, e));
        // What the web server refuses by itself, it says as plain text.
        routes.error(
                HttpStatus.METHOD_NOT_ALLOWED.getCode(),
                ctx ->
                        write(
                                ctx,
                                HttpStatus.METHOD_NOT_ALLOWED,
                                "%s is not possible at %s; see /api."
                                        .formatted(ctx.method().name(), ctx.path()),
                                List.of()));
    }

    /// Answers with what went wrong.
    public static void tell(Context ctx, Throwable e) {
        switch (e) {
            case Refused refused -> write(ctx, refused.status(), words(e), List.of());
            case SegueException.NotFound _ -> write(ctx, HttpStatus.NOT_FOUND, words(e), List.of());
            case SegueException.BadInput _ ->
                    write(ctx, HttpStatus.UNPROCESSABLE_CONTENT, words(e), List.of());
            case SegueException.Busy _ -> {
                ctx.header("Retry-After", "5");
                write(ctx, HttpStatus.SERVICE_UNAVAILABLE, words(e), List.of());
            }
            case SegueException.FitFailed _ ->
                    write(ctx, HttpStatus.UNPROCESSABLE_CONTENT, words(e), List.of());
            case SegueException.Cancelled _ -> write(ctx, HttpStatus.CONFLICT, words(e), List.of());
            case SegueException.Failed _ -> {
                // Without a trace: a full disk may make every request fail.
                LOG.log(Level.WARNING, "request %s: %s".formatted(id(ctx), words(e)));
                write(ctx, HttpStatus.INSUFFICIENT_STORAGE, words(e), List.of());
            }
            case Asked.Unreadable unreadable ->
                    write(
                            ctx,
                            HttpStatus.BAD_REQUEST,
                            words(e),
                            List.of(new Field(unreadable.field(), words(e))));
            case JacksonException json -> unreadable(ctx, json);
            case IllegalArgumentException _ ->
                    write(ctx, HttpStatus.BAD_REQUEST, words(e), List.of());
            case HttpResponseException http -> refused(ctx, http);
            default -> {
                Optional<HttpStatus> fault = ofClient(e);
                if (fault.isPresent()) {
                    ctx.header("Connection", "close");
                    write(ctx, fault.get(), "The request did not come whole.", List.of());
                } else {
                    stumbled(ctx, e);
                }
            }
        }
    }

    /// What a client is told that broke off, or was too slow; often nobody hears it.
    private static Optional<HttpStatus> ofClient(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case HttpException http -> {
                    return Optional.of(HttpStatus.forStatus(http.getCode()));
                }
                case TimeoutException _ -> {
                    return Optional.of(HttpStatus.REQUEST_TIMEOUT);
                }
                case EofException _ -> {
                    return Optional.of(HttpStatus.BAD_REQUEST);
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static void unreadable(Context ctx, JacksonException e) {
        String field = e instanceof DatabindException bound ? path(bound) : "";
        String what = what(e);
        write(ctx, HttpStatus.BAD_REQUEST, what, List.of(new Field(field, what)));
    }

    private static String what(JacksonException e) {
        if (e.getCause() instanceof IllegalArgumentException cause) {
            return words(cause);
        }
        if (e instanceof MismatchedInputException) {
            return e instanceof InvalidFormatException format
                    ? "'%s' is not possible here".formatted(format.getValue())
                    : "something else is expected here";
        }
        return firstLine(Optional.ofNullable(e.getOriginalMessage()));
    }

    /// "knobs.sound".
    private static String path(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference part : e.getPath()) {
            String name = part.getPropertyName();
            path.append(
                    name == null
                            ? "[" + part.getIndex() + "]"
                            : (path.isEmpty() ? "" : ".") + name);
        }
        return path.toString();
    }

    private static void refused(Context ctx, HttpResponseException e) {
        HttpStatus status = HttpStatus.forStatus(e.getStatus());
        String detail =
                switch (status) {
                    case NOT_FOUND -> "There is nothing at %s; see /api.".formatted(ctx.path());
                    case CONTENT_TOO_LARGE -> "The body is too large.";
                    default -> words(e);
                };
        write(ctx, status, detail, List.of());
    }

    private static void stumbled(Context ctx, Throwable e) {
        LOG.log(
                Level.ERROR,
                "request %s: %s %s".formatted(id(ctx), ctx.method().name(), ctx.path()),
                e);
        write(
                ctx,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Segue stumbled. The server's log tells more about request %s.".formatted(id(ctx)),
                List.of());
    }

    private static void write(Context ctx, HttpStatus status, String detail, List<Field> errors) {
        Problem problem =
                new Problem(
                        "about:blank",
                        status.getMessage(),
                        status.getCode(),
                        detail,
                        id(ctx),
                        errors);
        ctx.header("Cache-Control", "no-store");
        ctx.removeHeader("ETag");
        Answers.json(ctx, status, problem);
        ctx.contentType("application/problem+json");
    }

    /// The id of a request.
    public static String id(Context ctx) {
        @Nullable String id = ctx.attribute(REQUEST_ID);
        return id == null ? "" : id;
    }

    private static String words(Throwable e) {
        return firstLine(Optional.ofNullable(e.getMessage()));
    }

    private static String firstLine(Optional<String> text) {
        return text.flatMap(words -> words.lines().filter(line -> !line.isBlank()).findFirst())
                .orElse("no reason given");
    }
}
