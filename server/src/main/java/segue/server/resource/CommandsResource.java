package segue.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import segue.core.run.SegueException;
import segue.engine.Json;
import segue.server.Commands;
import segue.server.guard.Guard;
import segue.server.http.Answers;
import segue.server.http.Asked;
import segue.server.http.Problems.Refused;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// The command line beside the server: runs its commands here, where the library is open, and sends
/// back what they print, as they print it. Only for the user who started the server.
public final class CommandsResource implements Resource {

    private static final int PULSE_SECONDS = 1;

    private final Commands commands;
    private final Guard guard;
    private final Map<String, Stop> running = new ConcurrentHashMap<>();

    public CommandsResource(Commands commands, Guard guard) {
        this.commands = commands;
        this.guard = guard;
    }

    /// A piece of an answer.
    public record Frame(
            Optional<String> id,
            Optional<String> out,
            Optional<String> err,
            Optional<Integer> exit) {

        static final Frame NOTHING =
                new Frame(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        static Frame id(String id) {
            return new Frame(Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Frame out(String text) {
            return new Frame(
                    Optional.empty(), Optional.of(text), Optional.empty(), Optional.empty());
        }

        static Frame err(String text) {
            return new Frame(
                    Optional.empty(), Optional.empty(), Optional.of(text), Optional.empty());
        }

        static Frame exit(int code) {
            return new Frame(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(code));
        }
    }

    /// Stops a command, also one that has not yet said how.
    private static final class Stop {
        private boolean asked;
        private Runnable how = () -> {};

        synchronized void by(Runnable stop) {
            how = stop;
            if (asked) {
                how.run();
            }
        }

        synchronized void ask() {
            asked = true;
            how.run();
        }
    }

    @Override
    public void routes(RouteTable table) {
        table.post("/commands", this::run);
        table.post("/commands/{id}/cancel", this::cancel);
    }

    private void owner(Context ctx) {
        if (!guard.isOwner(ctx)) {
            throw new Refused(
                    HttpStatus.FORBIDDEN, "Commands are for the user who started this server.");
        }
    }

    private void run(Context ctx) throws IOException, InterruptedException {
        owner(ctx);
        Commands.Command command = Asked.body(ctx, Commands.Command.class);
        String id = UUID.randomUUID().toString();
        Stop stop = new Stop();
        running.put(id, stop);
        ctx.disableCompression().contentType("application/x-ndjson");
        OutputStream to = ctx.res().getOutputStream();
        AtomicBoolean gone = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        Thread pulse = Thread.startVirtualThread(() -> beat(to, stop, gone, ended));
        try {
            send(to, Frame.id(id), stop, gone);
            int code =
                    commands.run(
                            command,
                            text -> send(to, Frame.out(text), stop, gone),
                            text -> send(to, Frame.err(text), stop, gone),
                            stop::by);
            send(to, Frame.exit(code), stop, gone);
        } finally {
            running.remove(id);
            ended.countDown();
            pulse.join();
        }
    }

    /// A command that has nothing to say for long would not notice that nobody waits for it.
    private static void beat(OutputStream to, Stop stop, AtomicBoolean gone, CountDownLatch ended) {
        try {
            while (!gone.get() && !ended.await(PULSE_SECONDS, TimeUnit.SECONDS)) {
                send(to, Frame.NOTHING, stop, gone);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Who has gone wants nothing more.
    private static void send(OutputStream to, Frame frame, Stop stop, AtomicBoolean gone) {
        synchronized (to) {
            try {
                if (!gone.get()) {
                    to.write((Json.line(frame) + "\n").getBytes(StandardCharsets.UTF_8));
                    to.flush();
                }
            } catch (IOException e) {
                gone.set(true);
                stop.ask();
            }
        }
    }

    private void cancel(Context ctx) {
        owner(ctx);
        Stop stop = running.get(Asked.path(ctx, "id"));
        if (stop == null) {
            throw new SegueException.NotFound("No such command is running.");
        }
        stop.ask();
        Answers.json(ctx, HttpStatus.ACCEPTED, Map.of("asked", true));
    }

    /// Asks all commands to stop.
    public void stopAll() {
        running.values().forEach(Stop::ask);
    }
}
