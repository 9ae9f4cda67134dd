package segue.library;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// Another process for [ProcessTest]: `hold LIBRARY` opens a library, `import LIBRARY FILE STEP`
/// imports. Both say "within" and wait to be killed: at once, or within that step. An import that
/// ends says "done", or why not.
final class ChildProcess {

    private ChildProcess() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        LibraryOptions options =
                LibraryOptions.DEFAULTS
                        .withMemoryMegabytes(128)
                        .withCommand("segue import plays big.csv");
        try (Library library = Library.open(folder, options)) {
            if (arguments[0].equals("hold")) {
                wait("within");
            }
            Run run =
                    new Run(
                            1,
                            2,
                            (stage, done, total, detail) -> {
                                if (detail.equals(arguments[3])) {
                                    wait("within");
                                }
                            });
            library.importPlays(Path.of(arguments[2]), PlaysFormat.DEFAULTS, run);
            System.out.println("done");
        } catch (SegueException e) {
            System.out.println(e.getMessage());
        }
    }

    private static void wait(String word) {
        System.out.println(word);
        System.out.flush();
        while (true) {
            LockSupport.park();
        }
    }
}
