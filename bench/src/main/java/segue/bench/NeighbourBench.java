package segue.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import segue.core.data.Weighting;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.train.Algorithms;
import segue.core.train.TrainingData;

/// CPU seconds and peak memory of neighbour models on [SyntheticPlays#LASTFM_360K]. Arguments:
/// algorithms, default item-knn; 200 neighbours.
public final class NeighbourBench {

    private NeighbourBench() {}

    public static void main(String[] args) throws IOException {
        SparseMatrix counts = SyntheticPlays.LASTFM_360K.generate(1);
        SparseMatrix matrix = Weighting.parse("log1p").fit(counts).apply(counts);
        System.out.println(matrix);
        for (String name : args.length == 0 ? new String[] {"item-knn"} : args) {
            double cpu = cpu();
            long wall = System.nanoTime();
            var model =
                    Algorithms.of(name, Map.of("neighbours", "200"))
                            .fit(new TrainingData(matrix), Run.quiet(1));
            System.out.printf(
                    "%s: %.1f CPU s, %.1f s, %s%n",
                    name, cpu() - cpu, (System.nanoTime() - wall) / 1e9, model);
        }
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            lines.filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
        }
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
