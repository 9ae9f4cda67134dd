package segue.engine.listen;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import segue.audio.Analyzer;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.library.Library;

/// Another process for [ListenProcessTest]. `stop LIBRARY MUSIC FILE` listens, and once all before
/// FILE is stored says "within" and waits to be killed. `report LIBRARY MUSIC` says what it did.
final class ListenChild {

    private ListenChild() {}

    public static void main(String[] arguments) throws IOException {
        ListenRequest request = ListenRequest.of(List.of(Path.of(arguments[2])));
        try (Library library = Library.open(Path.of(arguments[1]))) {
            if (arguments[0].equals("report")) {
                ListenReport report =
                        Listening.listen(library, request, new Run(1, 1, Progress.NONE));
                System.out.println("gone " + report.gone());
                System.out.println("unchanged " + report.unchanged());
                report.failures().forEach(f -> System.out.println(f.reason()));
                return;
            }
            int before = Integer.parseInt(arguments[3]);
            CountDownLatch stored = new CountDownLatch(1);
            Run run =
                    new Run(
                            1,
                            1,
                            (stage, done, total, detail) -> {
                                if (stage.equals("listen") && done == before) {
                                    stored.countDown();
                                }
                            });
            Ear ear =
                    (file, name, stop) -> {
                        if (name.endsWith(before + ".wav")) {
                            waitToBeKilled(stored);
                        }
                        return Analyzer.analyze(file, name, stop);
                    };
            new Listening(library, request, ear, Duration.ZERO, run).listen();
        }
    }

    private static void waitToBeKilled(CountDownLatch stored) {
        try {
            stored.await();
            System.out.println("within");
            System.out.flush();
            System.in.read();
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
