package segue.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import segue.core.run.Run;

/// A long computation as a person at a terminal sees it: with progress, and Ctrl-C that lets it end
/// cleanly. The process waits for the computation to let go before it ends.
final class Session implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    /// Open until the command has let go of everything and said its last word.
    private static final CountDownLatch SAID = new CountDownLatch(1);

    private final Progressing progress;
    private final Run run;
    private final Thread onSignal = new Thread(this::cancel, "segue-cancel");

    Session(Terminal terminal, long seed, int threads) {
        this.progress = new Progressing(terminal);
        this.run = new Run(seed, threads, progress);
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    Run run() {
        return run;
    }

    /// Takes away the bar that is shown, before something else is printed.
    void clear() {
        progress.close();
    }

    /// The process may end now.
    static void allIsSaid() {
        SAID.countDown();
    }

    private void cancel() {
        run.cancel();
        try {
            if (!SAID.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCodes.CANCELLED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        progress.close();
        if (!run.isCancelled()) {
            try {
                Runtime.getRuntime().removeShutdownHook(onSignal);
            } catch (IllegalStateException _) {
                // The process is ending already; the hook has nothing left to wait for.
            }
        }
    }
}
