package segue.server.guard;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/// Who has logged in, by the digest of their cookie. They end with the server. Thread-safe.
public final class Sessions {

    /// How long a session lasts.
    public static final Duration LIFE = Duration.ofDays(30);

    private static final int MOST = 1000;

    private final ConcurrentHashMap<String, Long> ends = new ConcurrentHashMap<>();

    /// Begins a session.
    ///
    /// @return what belongs in the cookie
    public String begin() {
        long now = System.nanoTime();
        ends.values().removeIf(end -> end - now < 0);
        if (ends.size() >= MOST) {
            ends.clear();
        }
        String cookie = Token.random();
        ends.put(Token.digest(cookie), now + LIFE.toNanos());
        return cookie;
    }

    /// Whether a cookie is one of a session.
    public boolean holds(String cookie) {
        Long end = ends.get(Token.digest(cookie));
        return end != null && end - System.nanoTime() > 0;
    }

    public void end(String cookie) {
        ends.remove(Token.digest(cookie));
    }
}
