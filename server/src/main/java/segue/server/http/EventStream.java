package segue.server.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.sse.SseHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import segue.core.run.SegueException;
import segue.engine.Json;

/// Events on their way to one client, written by the thread of its request. A client too slow to
/// take them is let go rather than waited for; it asks again and is told how things are.
public final class EventStream {

    private static final int MOST_WAITING = 1000;
    private static final long SILENCE_MILLIS = 1000;
    private static final int SILENCES_TO_COMMENT = 15;

    private final Context ctx;
    private final Ending ending;
    private final BlockingQueue<Item> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean last;

    private record Item(String event, String data) {}

    /// Tells all streams of a server that it ends, and counts them: each holds a connection.
    public static final class Ending {
        private static final int MOST_STREAMS = 200;

        private final AtomicInteger open = new AtomicInteger();
        private volatile boolean now;

        private void enter() {
            if (open.incrementAndGet() > MOST_STREAMS) {
                leave();
                throw new SegueException.Busy("Too many pages listen for events; close some.");
            }
        }

        private void leave() {
            open.decrementAndGet();
        }

        public void begin() {
            now = true;
        }
    }

    public EventStream(Context ctx, Ending ending) {
        this.ctx = ctx;
        this.ending = ending;
    }

    /// An event for the client. Never waits.
    public void offer(String event, Object data) {
        if (!waiting.offer(new Item(event, new String(Json.bytes(data), StandardCharsets.UTF_8)))) {
            last = true;
        }
    }

    /// Nothing follows.
    public void end() {
        last = true;
    }

    /// Writes events until there are no more, the client goes, or the server ends.
    ///
    /// @param source where the events come from; closed at the end
    /// @throws Problems.Refused if the client does not take events
    /// @throws SegueException.Busy if too many listen already
    public void run(AutoCloseable source) throws Exception {
        String accept = ctx.header("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            close(source);
            throw new Problems.Refused(
                    HttpStatus.NOT_ACCEPTABLE,
                    "Events come as a stream; ask with the header Accept: text/event-stream.");
        }
        try {
            ending.enter();
        } catch (SegueException.Busy e) {
            close(source);
            throw e;
        }
        ctx.disableCompression();
        ctx.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
        new SseHandler(
                        0,
                        client -> {
                            try {
                                int silences = 0;
                                while (!client.terminated() && !ending.now) {
                                    boolean wasLast = last;
                                    Item item =
                                            waiting.poll(
                                                    wasLast ? 0 : SILENCE_MILLIS,
                                                    TimeUnit.MILLISECONDS);
                                    if (item != null) {
                                        client.sendEvent(item.event(), item.data());
                                    } else if (wasLast) {
                                        return;
                                    } else if (++silences % SILENCES_TO_COMMENT == 0) {
                                        client.sendComment("still here");
                                    }
                                }
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } finally {
                                ending.leave();
                                close(source);
                            }
                        })
                .handle(ctx);
    }

    private static void close(AutoCloseable source) {
        try {
            source.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
