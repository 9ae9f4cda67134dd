package segue.server.guard;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// How long clients may take. A connection has so long to say what it wants, however it dribbles;
/// the body of a request must come at a least rate. Jetty's own `MinimumDataRateHandler` divides
/// the bytes of all requests by the time of one, so it ends who is not slow and lets be who is.
/// Thread-safe.
public final class Patience extends Handler.Wrapper implements Connection.Listener {

    /// How many connections there may be; further ones wait to be taken.
    public static final int MOST_CONNECTIONS = 1000;

    /// So many bytes wait in the system for a client that does not read; it would take megabytes.
    private static final int SENT_AHEAD = 1 << 18;

    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SWEEP_SECONDS = 2;

    private final Map<EndPoint, Waiting> connections = new ConcurrentHashMap<>();
    private final long headNanos;
    private final long graceNanos;
    private final long bytesPerSecond;
    private Scheduler.@Nullable Task sweep;

    /// @param head how long a connection may be without a whole request head
    /// @param grace after so long the rate of a body counts
    /// @param bytesPerSecond the least rate
    public Patience(Duration head, Duration grace, long bytesPerSecond) {
        this.headNanos = head.toNanos();
        this.graceNanos = grace.toNanos();
        this.bytesPerSecond = bytesPerSecond;
    }

    /// Puts it before all else that a server does.
    public void guard(Server server) {
        server.insertHandler(this);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        server.addEventListener(
                new LifeCycle.Listener() {
                    @Override
                    public void lifeCycleStarting(LifeCycle starting) {
                        watch(server.getConnectors());
                    }
                });
    }

    /// Many may knock at once without being turned away.
    private void watch(Connector... connectors) {
        for (Connector connector : connectors) {
            if (connector instanceof ServerConnector network) {
                network.setAcceptQueueSize(MOST_CONNECTIONS);
                network.setAcceptedSendBufferSize(SENT_AHEAD);
                network.addBean(this, false);
            }
        }
    }

    /// How many requests of a connection are under way, and since when there is none.
    private static final class Waiting {
        private int underWay;
        private long since = System.nanoTime();

        synchronized void began() {
            underWay++;
        }

        synchronized void ended() {
            underWay--;
            since = System.nanoTime();
        }

        synchronized boolean longerThan(long nanos) {
            return underWay == 0 && System.nanoTime() - since > nanos;
        }
    }

    @Override
    public void onOpened(Connection connection) {
        connections.put(connection.getEndPoint(), new Waiting());
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(connection.getEndPoint());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Waiting waiting =
                connections.get(request.getConnectionMetaData().getConnection().getEndPoint());
        if (waiting != null) {
            waiting.began();
            Request.addCompletionListener(request, _ -> waiting.ended());
        }
        return super.handle(new Steady(request), response, callback);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        again();
    }

    private void again() {
        sweep = getServer().getScheduler().schedule(this::sweep, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    private void sweep() {
        connections.forEach(
                (endPoint, waiting) -> {
                    if (waiting.longerThan(headNanos)) {
                        endPoint.close(new TimeoutException("no request for too long"));
                    }
                });
        if (isRunning()) {
            again();
        }
    }

    @Override
    protected void doStop() throws Exception {
        Scheduler.Task last = sweep;
        if (last != null) {
            last.cancel();
        }
        super.doStop();
    }

    /// A request whose body must keep coming.
    private final class Steady extends Request.Wrapper {
        private final long began = System.nanoTime();
        private long bytes;
        private boolean tooSlow;

        Steady(Request request) {
            super(request);
        }

        @Override
        public void demand(Runnable onContent) {
            long elapsed = System.nanoTime() - began;
            if (elapsed > graceNanos
                    && bytes < (double) (elapsed - graceNanos) / NANOS * bytesPerSecond) {
                tooSlow = true;
                onContent.run();
            } else {
                super.demand(onContent);
            }
        }

        @Override
        public Content.Chunk read() {
            if (tooSlow) {
                return Content.Chunk.from(
                        new HttpException.RuntimeException(
                                HttpStatus.REQUEST_TIMEOUT_408, "The body came too slowly."));
            }
            Content.Chunk chunk = super.read();
            if (chunk != null) {
                bytes += chunk.remaining();
            }
            return chunk;
        }
    }
}
