package segue.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import segue.server.Commands;

/// Runs commands within a server, as if they had been typed where they were.
///
/// @param library the folder of the server's library
/// @param terminal of the server
record CommandsWithin(Path library, Terminal terminal) implements Commands {

    @Override
    public int run(
            Command command, Consumer<String> out, Consumer<String> err, Consumer<Runnable> stops) {
        Properties system = new Properties();
        system.putAll(terminal.system());
        system.setProperty("segue.command", command.terminal().command());
        Map<String, String> environment = new HashMap<>(terminal.environment());
        environment.put("SEGUE_LIBRARY", library.toString());
        try (PrintStream toOut = stream(out);
                PrintStream toErr = stream(err)) {
            Terminal there =
                    new Terminal(
                            toOut,
                            toErr,
                            command.terminal().liveOut(),
                            command.terminal().liveErr(),
                            command.terminal().color(),
                            command.terminal().width(),
                            environment,
                            system,
                            stop -> {
                                stops.accept(stop);
                                return () -> {};
                            });
            return Main.runWithin(command.args().toArray(String[]::new), there, command.cwd());
        }
    }

    /// Text is handed on whenever it is flushed, as a whole.
    private static PrintStream stream(Consumer<String> to) {
        return new PrintStream(new Handing(to), true, StandardCharsets.UTF_8);
    }

    /// Gathers bytes until they are flushed.
    private static final class Handing extends OutputStream {

        private final Consumer<String> to;
        private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();

        Handing(Consumer<String> to) {
            this.to = to;
        }

        @Override
        public synchronized void write(int b) {
            gathered.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            gathered.write(bytes, from, length);
        }

        @Override
        public synchronized void flush() {
            if (gathered.size() > 0) {
                String text = gathered.toString(StandardCharsets.UTF_8);
                gathered.reset();
                to.accept(text);
            }
        }
    }
}
