package segue.server.guard;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import segue.core.run.SegueException;
import segue.server.http.Problems;
import segue.server.http.Problems.Refused;
import segue.server.http.RouteTable;

/// Looks at every request before anything else does: its host (against DNS rebinding), where it
/// comes from (against other web sites), who asks, and how often. Thread-safe.
public final class Guard {

    /// The name of the cookie of a session.
    public static final String COOKIE = "segue";

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Set<HandlerType> SAFE =
            Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /// What is answered to everybody.
    private static final Set<String> OPEN =
            Set.of(
                    RouteTable.BASE + "/health/live",
                    RouteTable.BASE + "/health/ready",
                    RouteTable.BASE + "/session",
                    RouteTable.BASE + "/login");

    private final boolean local;
    private final Optional<String> tokenDigest;
    private final String secretDigest;
    private final Sessions sessions = new Sessions();
    private final Rates rates = new Rates(50, 500);
    private final Rates logins = new Rates(0.1, 10);

    /// @param host what the server is bound to
    /// @param tokenDigest the digest of the token, if there is one
    /// @param secret what the command line of the same user says
    /// @throws SegueException.NotFound if other machines could ask and there is no token
    public Guard(String host, Optional<String> tokenDigest, String secret) {
        this.local = isLoopback(host);
        this.tokenDigest = tokenDigest;
        this.secretDigest = Token.digest(secret);
        if (!local && tokenDigest.isEmpty()) {
            throw new SegueException.NotFound(
                    "Other machines may only ask with a token, and there is none. Make one with: segue token");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("there is no host '%s'".formatted(host), e);
        }
    }

    /// Whether one must log in.
    public boolean loginNeeded() {
        return !local;
    }

    /// Lets a request through, or throws what it is refused with.
    public void check(Context ctx) {
        String given = ctx.header("X-Request-Id");
        String id =
                given != null && REQUEST_ID.matcher(given).matches()
                        ? given
                        : UUID.randomUUID().toString();
        ctx.attribute(Problems.REQUEST_ID, id);
        ctx.header("X-Request-Id", id);
        host(ctx);
        origin(ctx);
        if (!local && !rates.admits(ctx.ip(), System.nanoTime())) {
            ctx.header("Retry-After", "1");
            throw new Refused(HttpStatus.TOO_MANY_REQUESTS, "Too many requests; slow down.");
        }
        if (!local && needsLogin(ctx.path()) && !mayAsk(ctx)) {
            if (bearer(ctx).isPresent()) {
                limitTries(ctx);
            }
            ctx.header("WWW-Authenticate", "Bearer");
            throw new Refused(
                    HttpStatus.UNAUTHORIZED,
                    "This server wants its token, as `Authorization: Bearer …` or by logging in.");
        }
    }

    private static boolean needsLogin(String path) {
        return path.startsWith(RouteTable.BASE + "/") && !OPEN.contains(path);
    }

    /// A web site whose name was bent to point here would say its own name.
    private void host(Context ctx) {
        @Nullable String host = ctx.header("Host");
        if (local && (host == null || !LOCAL.contains(withoutPort(host)))) {
            throw new Refused(
                    HttpStatus.MISDIRECTED_REQUEST,
                    "This server answers as localhost, not as '%s'.".formatted(host));
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return name.toLowerCase(Locale.ROOT);
    }

    /// Other web sites may not ask, except by a link to the page.
    private void origin(Context ctx) {
        @Nullable String site = ctx.header("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        boolean safe = SAFE.contains(ctx.method());
        if (foreign && safe && ctx.path().startsWith(RouteTable.BASE)) {
            throw foreign();
        }
        if (safe) {
            return;
        }
        @Nullable String origin = ctx.header("Origin");
        if (foreign || (origin != null && !isOwn(origin, ctx))) {
            throw foreign();
        }
        if (ctx.cookie(COOKIE) != null && ctx.header("X-Segue") == null && bearer(ctx).isEmpty()) {
            throw new Refused(HttpStatus.FORBIDDEN, "With a cookie, the header X-Segue is needed.");
        }
    }

    private static boolean isOwn(String origin, Context ctx) {
        @Nullable String host = ctx.header("Host");
        return host != null
                && (origin.equalsIgnoreCase("http://" + host)
                        || origin.equalsIgnoreCase("https://" + host));
    }

    private static Refused foreign() {
        return new Refused(HttpStatus.FORBIDDEN, "Other web sites may not ask this server.");
    }

    private static Optional<String> bearer(Context ctx) {
        return Optional.ofNullable(ctx.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).strip());
    }

    /// Whether who asks has shown the token, or need not.
    public boolean mayAsk(Context ctx) {
        if (local || isOwner(ctx)) {
            return true;
        }
        @Nullable String cookie = ctx.cookie(COOKIE);
        return (cookie != null && sessions.holds(cookie))
                || (tokenDigest.isPresent()
                        && bearer(ctx)
                                .filter(token -> Token.fits(token, tokenDigest.get()))
                                .isPresent());
    }

    /// Whether it is the command line of the server's own user.
    public boolean isOwner(Context ctx) {
        return bearer(ctx).filter(secret -> Token.fits(secret, secretDigest)).isPresent();
    }

    /// Exchanges the token for a cookie.
    public void login(Context ctx, String token) {
        limitTries(ctx);
        if (tokenDigest.isEmpty() || !Token.fits(token, tokenDigest.get())) {
            throw new Refused(HttpStatus.UNAUTHORIZED, "This is not the token of this server.");
        }
        ctx.cookie(cookie(ctx, sessions.begin(), (int) Sessions.LIFE.toSeconds()));
    }

    /// Nobody guesses for long.
    private void limitTries(Context ctx) {
        if (!logins.admits(ctx.ip(), System.nanoTime())) {
            ctx.header("Retry-After", "10");
            throw new Refused(HttpStatus.TOO_MANY_REQUESTS, "Too many tries; wait a little.");
        }
    }

    public void logout(Context ctx) {
        @Nullable String cookie = ctx.cookie(COOKIE);
        if (cookie != null) {
            sessions.end(cookie);
            ctx.cookie(cookie(ctx, "", 0));
        }
    }

    private static Cookie cookie(Context ctx, String value, int seconds) {
        return new Cookie(
                COOKIE,
                value,
                "/",
                seconds,
                ctx.scheme().equals("https"),
                true,
                null,
                SameSite.STRICT);
    }
}
