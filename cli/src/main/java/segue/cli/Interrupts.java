package segue.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Who tells a command that the person wants it to stop.
interface Interrupts {

    /// Begins to listen.
    ///
    /// @param stop is run when the person wants it to stop, maybe at once
    /// @return to be closed when the command has ended
    Listening listen(Runnable stop);

    /// Somebody listens.
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    /// Ctrl-C, or whatever else ends this process.
    Interrupts OF_PROCESS =
            stop -> {
                Hook hook = new Hook();
                hook.onInterrupt(stop);
                return hook;
            };

    /// Waits, when the process is ending, until its command has had its last word.
    final class Hook implements Listening {

        private static final int PATIENCE_SECONDS = 30;

        /// Open until the command has let go of everything and said its last word.
        private static final CountDownLatch SAID = new CountDownLatch(1);

        private final Thread thread = new Thread(this::interrupted, "segue-cancel");
        private volatile Runnable stop = () -> {};
        private volatile boolean interrupted;

        Hook() {
            Runtime.getRuntime().addShutdownHook(thread);
        }

        void onInterrupt(Runnable how) {
            stop = how;
            if (interrupted) {
                how.run();
            }
        }

        /// The process may end now.
        static void allIsSaid() {
            SAID.countDown();
        }

        private void interrupted() {
            interrupted = true;
            stop.run();
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
            if (!interrupted) {
                try {
                    Runtime.getRuntime().removeShutdownHook(thread);
                } catch (IllegalStateException _) {
                    // The process is ending already; the hook has nothing left to wait for.
                }
            }
        }
    }
}
