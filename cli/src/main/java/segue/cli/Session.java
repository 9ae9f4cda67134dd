package segue.cli;

import segue.core.run.Run;

/// A long computation as a person at a terminal sees it: with progress, and Ctrl-C that lets it end
/// cleanly. The process waits for the computation to let go before it ends.
final class Session implements AutoCloseable {

    private final Progressing progress;
    private final Run run;
    private final Interrupts.Listening interrupts;

    Session(Terminal terminal, long seed, int threads) {
        this.progress = new Progressing(terminal);
        this.run = new Run(seed, threads, progress);
        this.interrupts = terminal.interrupts().listen(run::cancel);
    }

    Run run() {
        return run;
    }

    /// Takes away the bar that is shown, before something else is printed.
    void clear() {
        progress.close();
    }

    @Override
    public void close() {
        progress.close();
        interrupts.close();
    }
}
