package segue.audio.neural;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import segue.core.math.Matrix;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// Trains a network in a process of its own: a crash of the native library ends that process, not
/// this one, and training goes on from the last epoch in a new one. Killed and asked again for
/// the same, it goes on too.
///
/// It computes on one thread: so the same seed gives the same numbers, and on a busy machine two
/// threads wait for each other (25 s an epoch of 240 tracks instead of 5).
public final class NeuralListener {

    /// Crashes in a row, without an epoch between, after which it gives up.
    /// What a process ends with that was killed (signal 9).
    private static final int KILLED = 137;

    private static final int MOST_CRASHES = 3;

    private static final String MEMORY = "-Xmx512m";

    private final NetworkSettings settings;
    private final Path folder;
    private final List<String> more;

    /// @param folder of the task, its own: it is made, and deleted once the task is done
    public NeuralListener(NetworkSettings settings, Path folder) {
        this(settings, folder, List.of());
    }

    NeuralListener(NetworkSettings settings, Path folder, List<String> more) {
        this.settings = settings;
        this.folder = folder;
        this.more = List.copyOf(more);
    }

    /// Learns to tell targets from sound.
    ///
    /// @param patches a file of [MelPatches] of each track
    /// @param targets `tracks × numbers`
    /// @param trust `1 × tracks`, how much a track's target counts; 0: it has none
    /// @return what it tells of all tracks, `tracks × numbers`
    /// @throws SegueException.FitFailed if the process fails again and again
    public Matrix tell(List<Path> patches, Matrix targets, Matrix trust, Run run) {
        return train(new NetworkTask(settings, run.seed(), patches, targets, trust), run);
    }

    /// Learns to tell tracks apart, which needs no plays.
    ///
    /// @return embeddings, `tracks × size`
    public Matrix embed(List<Path> patches, Run run) {
        Matrix nothing = Matrix.zeros(patches.size(), 0);
        Matrix trust = Matrix.zeros(1, patches.size());
        return train(new NetworkTask(settings, run.seed(), patches, nothing, trust), run);
    }

    private Matrix train(NetworkTask task, Run run) {
        if (task.patches().size() < 2) {
            throw new IllegalArgumentException("a network needs at least two tracks to learn from");
        }
        try {
            Files.createDirectories(folder);
            begin(task);
            Path result = folder.resolve(TrainingProcess.RESULT);
            int crashes = 0;
            while (!Files.exists(result)) {
                int before = Checkpoint.read(folder).epoch();
                Ended ended = once(run);
                crashes = Checkpoint.read(folder).epoch() > before ? 1 : crashes + 1;
                if (!Files.exists(result) && crashes >= MOST_CRASHES) {
                    throw new SegueException.FitFailed(
                            before + 1,
                            ended.code() == KILLED
                                    ? "the training process was killed again and again, maybe for want of memory; the same command goes on from there"
                                    : "the training process ended with code %d again and again; it said: %s"
                                            .formatted(ended.code(), ended.said()));
                }
            }
            Matrix told;
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(result)))) {
                told = NetworkTask.readMatrix(in);
            }
            Checkpoint.delete(folder);
            return told;
        } catch (IOException e) {
            throw new SegueException.Failed(
                    "The neural listener cannot work in " + folder + ": " + e.getMessage(), e);
        }
    }

    /// An unfinished training of another task is thrown away.
    private void begin(NetworkTask task) throws IOException {
        Path file = folder.resolve(TrainingProcess.TASK);
        Path next = folder.resolve("next.bin");
        task.write(next);
        if (Files.exists(file) && Files.mismatch(file, next) < 0) {
            Files.delete(next);
            return;
        }
        Checkpoint.delete(folder);
        Files.createDirectories(folder);
        task.write(file);
    }

    /// How a process ended, and its last words.
    private record Ended(int code, String said) {}

    private Ended once(Run run) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        MEMORY,
                        "-XX:+UseSerialGC",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=" + folder.resolve("crash.log"),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dai.djl.offline=true",
                        "-DOPT_OUT_TRACKING=true",
                        "-Dai.djl.pytorch.num_threads=1",
                        "-Dai.djl.pytorch.num_interop_threads=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TrainingProcess.class.getName(),
                        folder.toAbsolutePath().toString()));
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPT_OUT_TRACKING", "true");
        Process process = builder.start();
        Thread watch =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                                            if (run.isCancelled()) {
                                                process.destroyForcibly();
                                            }
                                        }
                                    } catch (InterruptedException _) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        String said = listen(process, run);
        try {
            int code = process.waitFor();
            watch.join();
            run.check();
            return new Ended(code, said);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new SegueException.Cancelled();
        }
    }

    /// Forwards progress until the process says no more; the last line that is none.
    private static String listen(Process process, Run run) throws IOException {
        String said = "nothing";
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(TrainingProcess.MARK)) {
                    String[] words = line.split(" ", -1);
                    run.measure("network-loss", Double.parseDouble(words[4]));
                    run.report(
                            "listen",
                            Long.parseLong(words[1]),
                            Long.parseLong(words[2]),
                            "loss " + words[3]);
                } else if (!line.isBlank() && !line.startsWith("WARNING:")) {
                    said = line.strip();
                }
            }
        }
        return said;
    }
}
