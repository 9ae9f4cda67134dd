package segue.audio.neural;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import segue.core.math.Matrix;

/// The process that trains: reads the task in a folder, goes on from the last checkpoint, says on
/// its standard output how far it is, and leaves what it has to say of the tracks. It ends when
/// its standard input does, so that it never outlives the process that started it.
public final class TrainingProcess {

    static final String TASK = "task.bin";
    static final String RESULT = "told.bin";

    /// Begins a line that tells of progress: `segue epoch of loss best`.
    static final String MARK = "segue ";

    private TrainingProcess() {}

    /// @param args the folder; a second argument, for tests, is the epoch after which it crashes
    ///   the first time
    public static void main(String[] args) throws Exception {
        endWithParent();
        PrintStream out = System.out;
        Path folder = Path.of(args[0]);
        NetworkTask task = NetworkTask.read(folder.resolve(TASK));
        Checkpoint at = Checkpoint.read(folder);
        boolean resumed = at.epoch() > 0;
        int crash = args.length > 1 && !resumed ? Integer.parseInt(args[1]) : 0;
        try (Learner learner = new Learner(task, folder, at.epoch())) {
            while (at.epoch() < task.settings().epochs()
                    && at.epoch() - at.best() < task.settings().patience()) {
                int next = at.epoch() + 1;
                learner.epoch(next);
                double loss = learner.validate();
                if (!Double.isFinite(loss)) {
                    throw new IllegalStateException("the loss is not a number any more");
                }
                at = at.after(next, loss);
                at.write(folder, learner.model());
                out.println(
                        MARK
                                + next
                                + " "
                                + task.settings().epochs()
                                + String.format(Locale.ROOT, " %.4f %.4f", loss, at.loss()));
                out.flush();
                if (next == crash) {
                    Runtime.getRuntime().halt(134);
                }
            }
        }
        try (Learner best = new Learner(task, folder, at.best())) {
            write(best.tell(), folder.resolve(RESULT));
        }
    }

    private static void write(Matrix told, Path file) throws IOException {
        Path part = file.resolveSibling(RESULT + ".part");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            NetworkTask.write(told, out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void endWithParent() {
        Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try {
                                while (System.in.read() >= 0) {
                                    // Nothing is ever said: only the end matters.
                                }
                            } catch (IOException _) {
                                // As good as the end.
                            }
                            Runtime.getRuntime().halt(1);
                        });
    }
}
