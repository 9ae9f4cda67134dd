package segue.server.guard;

import java.util.concurrent.ConcurrentHashMap;

/// How often each address may ask: so many times a second in the long run, and so many at once.
/// Thread-safe; what it keeps does not grow with the number of requests.
final class Rates {

    private static final int MOST_ADDRESSES = 10_000;

    /// @param left how many requests may follow at once
    private record Bucket(double left, long nanos) {}

    private final double perSecond;
    private final double atOnce;
    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    Rates(double perSecond, double atOnce) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
    }

    /// Counts a request.
    ///
    /// @param now by [System#nanoTime]
    /// @return whether it may be answered
    boolean admits(String address, long now) {
        if (buckets.size() > MOST_ADDRESSES) {
            buckets.values().removeIf(bucket -> filled(bucket, now) >= atOnce);
        }
        Bucket bucket =
                buckets.compute(
                        address,
                        (_, old) ->
                                old == null
                                        ? new Bucket(atOnce - 1, now)
                                        : new Bucket(Math.max(-1, filled(old, now) - 1), now));
        return bucket.left() >= 0;
    }

    private double filled(Bucket bucket, long now) {
        return Math.min(
                atOnce, Math.max(0, bucket.left()) + (now - bucket.nanos()) / 1e9 * perSecond);
    }
}
