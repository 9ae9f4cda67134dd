package segue.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// Another process for [ProcessTest]: `hold LIBRARY` opens a library, `import LIBRARY FILE STEP`
/// imports. Both say "within" and wait to be killed, or for a line: at once, or within that step.
/// An import that ends says "done", or why not.
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
            boolean[] waited = new boolean[1];
            Run run =
                    new Run(
                            1,
                            2,
                            (stage, done, total, detail) -> {
                                if (detail.equals(arguments[3]) && !waited[0]) {
                                    waited[0] = true;
                                    wait("within");
                                }
                            });
            library.importPlays(Path.of(arguments[2]), PlaysFormat.DEFAULTS, run);
            System.out.println("done");
        } catch (SegueException e) {
            System.out.println(e.getMessage());
        }
    }

    /// Until a line comes in, if ever.
    private static void wait(String word) {
        System.out.println(word);
        System.out.flush();
        try {
            int c = System.in.read();
            while (c >= 0 && c != '\n') {
                c = System.in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
