package segue.server.guard;

import io.javalin.http.Context;

/// The headers that tell browsers what this site never does.
public final class Headers {

    /// Scripts and styles from here only, none that stand in the page or on its elements; pictures
    /// and sounds may be made in the page.
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src %s; img-src 'self' data: blob:;"
                    + " media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String STRICT = POLICY.formatted("'self'");

    private Headers() {}

    public static void add(Context ctx) {
        ctx.header("Content-Security-Policy", STRICT)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    }

    /// Lets styles in that carry a word which nobody can know before this one answer.
    ///
    /// @param nonce letters and digits in base 64
    public static void admitStyles(Context ctx, String nonce) {
        ctx.header("Content-Security-Policy", POLICY.formatted("'self' 'nonce-" + nonce + "'"));
    }
}
