package segue.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/// Where a command writes, and what that place can do.
///
/// @param out answers
/// @param err progress, notes and errors
/// @param liveOut whether `out` is a person's terminal
/// @param liveErr whether `err` is a person's terminal
/// @param color whether colours may be used on a live terminal
/// @param width columns of the terminal
/// @param environment the environment variables
/// @param system the system properties
/// @param interrupts tells of Ctrl-C
record Terminal(
        PrintStream out,
        PrintStream err,
        boolean liveOut,
        boolean liveErr,
        boolean color,
        int width,
        Map<String, String> environment,
        Properties system,
        Interrupts interrupts) {

    /// A terminal of this process.
    Terminal(
            PrintStream out,
            PrintStream err,
            boolean liveOut,
            boolean liveErr,
            boolean color,
            int width,
            Map<String, String> environment,
            Properties system) {
        this(out, err, liveOut, liveErr, color, width, environment, system, Interrupts.OF_PROCESS);
    }

    private static final int USUAL_WIDTH = 100;
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{1,3}");

    /// The process's own. Java cannot tell whether stderr is a terminal, so `./segue` says it in
    /// `-Dsegue.terminal=out,err` and `-Dsegue.columns=120`. Text is always UTF-8.
    static Terminal ofProcess() {
        String live = System.getProperty("segue.terminal", "");
        String columns = System.getProperty("segue.columns", "");
        Map<String, String> environment = System.getenv();
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                live.contains("out"),
                live.contains("err"),
                environment.getOrDefault("NO_COLOR", "").isEmpty(),
                DIGITS.matcher(columns).matches() ? Integer.parseInt(columns) : USUAL_WIDTH,
                environment,
                System.getProperties());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /// Text that stands back where colours are possible.
    String dim(String text) {
        return liveOut && color ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    /// Text that stands out where colours are possible.
    String bold(String text) {
        return liveOut && color ? "\u001b[1m" + text + "\u001b[0m" : text;
    }
}
