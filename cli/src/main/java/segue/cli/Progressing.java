package segue.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import segue.core.run.Progress;

/// Shows progress on stderr once something takes longer than two seconds: a bar on a terminal, a
/// line now and then elsewhere.
final class Progressing implements Progress, AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long BETWEEN_LINES = TimeUnit.SECONDS.toNanos(5);
    private static final int BAR_MILLIS = 200;

    private final Terminal terminal;
    private String stage = "";
    private long began;
    private long lastLine;
    private @Nullable ProgressBar bar;

    Progressing(Terminal terminal) {
        this.terminal = terminal;
        this.began = System.nanoTime();
    }

    @Override
    public synchronized void report(String now, long done, long total, String detail) {
        long time = System.nanoTime();
        if (!now.equals(stage)) {
            close();
            stage = now;
            began = time;
            lastLine = time;
        }
        if (time - began < PATIENCE) {
            return;
        }
        if (terminal.liveErr()) {
            draw(done, total, detail);
        } else if (time - lastLine > BETWEEN_LINES) {
            lastLine = time;
            terminal.err().println(line(done, total, detail));
        }
    }

    private String line(long done, long total, String detail) {
        String share = total > 0 ? " %d %%".formatted(100 * done / total) : " " + done;
        return stage + share + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    private void draw(long done, long total, String detail) {
        ProgressBar drawn = bar;
        if (drawn == null) {
            drawn = start(total);
            bar = drawn;
        }
        drawn.maxHint(total > 0 ? total : -1);
        drawn.stepTo(done);
        drawn.setExtraMessage(detail);
    }

    private ProgressBar start(long total) {
        PrintStream err = terminal.err();
        return new ProgressBarBuilder()
                .setTaskName(stage)
                .setInitialMax(total > 0 ? total : -1)
                .setUpdateIntervalMillis(BAR_MILLIS)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setConsumer(
                        new DelegatingProgressBarConsumer(
                                text -> {
                                    err.print("\r" + text);
                                    err.flush();
                                },
                                terminal.width() - 1))
                .build();
    }

    /// Ends the bar that is shown, if any.
    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            terminal.err().println();
            bar = null;
        }
        stage = "";
    }
}
