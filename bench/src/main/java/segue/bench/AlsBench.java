package segue.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import segue.core.data.Weighting;
import segue.core.math.SparseMatrix;
import segue.core.model.FactorModel;
import segue.core.model.Want;
import segue.core.run.Run;
import segue.core.train.Algorithm;
import segue.core.train.Algorithms;
import segue.core.train.TrainingData;

/// CPU seconds of one ALS iteration and of the top 10 for everybody, on
/// [SyntheticPlays#LASTFM_360K], and the peak memory of the process. Arguments: ranks, default 64
/// and 128.
public final class AlsBench {

    private AlsBench() {}

    public static void main(String[] args) throws IOException {
        String[] ranks = args.length == 0 ? new String[] {"64", "128"} : args;
        double started = cpu();
        SparseMatrix counts = SyntheticPlays.LASTFM_360K.generate(1);
        System.out.printf("%s generated in %.1f CPU s%n", counts, cpu() - started);
        System.out.printf("top 1 %% of artists: %.1f %% of entries%n", 100 * head(counts));
        SparseMatrix matrix = Weighting.parse("log1p").fit(counts).apply(counts);
        for (String rank : ranks) {
            for (String regularization : new String[] {".01", "100"}) {
                bench(rank, regularization, matrix);
            }
        }
        System.out.println(peakMemory());
    }

    private static void bench(String rank, String regularization, SparseMatrix matrix) {
        Algorithm als =
                Algorithms.of(
                        "als",
                        Map.of(
                                "rank",
                                rank,
                                "iterations",
                                "5",
                                "alpha",
                                "2",
                                "regularization",
                                regularization));
        Clock clock = new Clock();
        Run run =
                new Run(
                        1,
                        Runtime.getRuntime().availableProcessors(),
                        (stage, done, total, detail) -> {
                            if (!detail.isEmpty()) {
                                clock.lap(
                                        "rank "
                                                + rank
                                                + " λ "
                                                + regularization
                                                + " iteration "
                                                + done,
                                        detail);
                            }
                        });
        clock.start();
        FactorModel model = (FactorModel) als.fit(new TrainingData(matrix), run);
        for (int repeat = 1; repeat <= 2; repeat++) {
            clock.start();
            model.recommendAll(matrix, Want.top(10), Run.quiet(1));
            clock.lap(
                    "rank " + rank + " λ " + regularization + " top 10 for all, run " + repeat, "");
        }
    }

    private static double head(SparseMatrix counts) {
        int[] listeners = new int[counts.columns()];
        for (int column : counts.columnArray()) {
            listeners[column]++;
        }
        Arrays.sort(listeners);
        long top = 0;
        for (int i = listeners.length - listeners.length / 100; i < listeners.length; i++) {
            top += listeners[i];
        }
        return (double) top / counts.entries();
    }

    private static String peakMemory() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM")).findFirst().orElse("");
        }
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static final class Clock {
        private double cpu;
        private long wall;

        void start() {
            cpu = cpu();
            wall = System.nanoTime();
        }

        void lap(String what, String detail) {
            System.out.printf(
                    "%-44s %7.2f CPU s %7.2f s  %s%n",
                    what, cpu() - cpu, (System.nanoTime() - wall) / 1e9, detail);
            start();
        }
    }
}
