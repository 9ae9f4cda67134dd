package segue.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import segue.engine.Segue;
import segue.server.Server;
import segue.server.ServerOptions;
import segue.server.site.Page;

/// The server as someone at a terminal has it: until Ctrl-C, which lets requests and jobs under way
/// come to an end.
final class Serving {

    private Serving() {}

    /// Serves a library until the process is asked to end.
    ///
    /// @param open whether a browser is opened
    static void of(Path library, ServerOptions options, boolean open, Terminal terminal)
            throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        Thread onSignal = new Thread(() -> stop(asked, ended), "segue-stop");
        try (Segue segue = Segue.open(library, CommonOptions.options("serve"));
                Server server =
                        Server.start(
                                segue, options, new CommandsWithin(segue.folder(), terminal))) {
            segue.lend();
            Runtime.getRuntime().addShutdownHook(onSignal);
            terminal.out().println("Segue is at %s  (Ctrl-C ends it)".formatted(server.url()));
            if (!Page.isBuilt()) {
                terminal.err().println(Page.MISSING);
            }
            if (open) {
                browse(server.url(), terminal);
            }
            asked.await();
        }
        terminal.out().println("Ended; everything is on disk.");
        ended.countDown();
    }

    /// The process waits for the server to let go of everything.
    private static void stop(CountDownLatch asked, CountDownLatch ended) {
        asked.countDown();
        try {
            ended.await();
            Runtime.getRuntime().halt(ExitCodes.OK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void browse(String url, Terminal terminal) {
        String os = terminal.system().getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String opener = os.startsWith("mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(opener, url)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            terminal.err().println("No browser could be opened; open " + url);
        }
    }
}
