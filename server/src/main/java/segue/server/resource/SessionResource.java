package segue.server.resource;

import io.javalin.http.Context;
import segue.server.guard.Guard;
import segue.server.http.Answers;
import segue.server.http.Asked;
import segue.server.http.Asked.Unreadable;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// Logging in with the token, for browsers.
public final class SessionResource implements Resource {

    private static final int LONGEST = 200;

    private final Guard guard;

    public SessionResource(Guard guard) {
        this.guard = guard;
    }

    record SessionState(boolean loginNeeded, boolean loggedIn) {}

    record LoginRequest(String token) {
        LoginRequest {
            if (token == null || token.isEmpty() || token.length() > LONGEST) {
                throw new Unreadable("token", "'token' must be 1..200 characters");
            }
        }
    }

    @Override
    public void routes(RouteTable table) {
        table.get("/session", ctx -> state(ctx, guard.mayAsk(ctx)));
        table.post("/login", this::login);
        table.post("/logout", this::logout);
    }

    private void state(Context ctx, boolean loggedIn) {
        Answers.json(ctx, new SessionState(guard.loginNeeded(), loggedIn));
    }

    private void login(Context ctx) {
        if (guard.loginNeeded()) {
            guard.login(ctx, Asked.body(ctx, LoginRequest.class).token());
        }
        state(ctx, true);
    }

    private void logout(Context ctx) {
        guard.logout(ctx);
        state(ctx, !guard.loginNeeded());
    }
}
