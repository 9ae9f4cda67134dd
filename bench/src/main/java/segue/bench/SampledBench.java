package segue.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.train.Algorithms;
import segue.core.train.TrainingData;

/// CPU seconds of an epoch of the algorithms that learn from samples, at rank 64: `bpr` on
/// [SyntheticPlays#LASTFM_360K], `warp` on the listeners of the first tenth of it. Arguments: which
/// of `bpr`, `bpr-popular`, `warp`; threads by `-Dthreads=1`.
public final class SampledBench {

    private static final SyntheticPlays TENTH = new SyntheticPlays(36_000, 290_000, 49, 64);

    private SampledBench() {}

    public static void main(String[] args) {
        for (String arg : args.length == 0 ? new String[] {"bpr", "bpr-popular", "warp"} : args) {
            switch (arg) {
                case "bpr" -> bench("bpr", SyntheticPlays.LASTFM_360K, Map.of());
                case "bpr-popular" ->
                        bench("bpr", SyntheticPlays.LASTFM_360K, Map.of("negatives", "popular"));
                case "warp" -> bench("warp", TENTH, Map.of("maxSampled", "10"));
                case "warp-50" -> bench("warp", TENTH, Map.of("maxSampled", "50"));
                default -> throw new IllegalArgumentException("no benchmark '" + arg + "'");
            }
        }
    }

    private static void bench(String name, SyntheticPlays plays, Map<String, String> settings) {
        SparseMatrix matrix = plays.generate(1);
        System.out.printf("%s %s on %s%n", name, settings, matrix);
        Map<String, String> all = new HashMap<>(settings);
        all.put("rank", "64");
        all.put("iterations", "8");
        double[] last = {cpu(), System.nanoTime() / 1e9};
        Run run =
                new Run(
                        1,
                        Integer.getInteger("threads", 1),
                        (stage, done, total, detail) -> {
                            double cpu = cpu();
                            double wall = System.nanoTime() / 1e9;
                            System.out.printf(
                                    "  epoch %d: %.2f CPU s, %.2f s, %s%n",
                                    done, cpu - last[0], wall - last[1], detail);
                            last[0] = cpu;
                            last[1] = wall;
                        });
        Algorithms.of(name, all).fit(new TrainingData(matrix), run);
        System.out.printf("  fold-in: %.2f CPU s%n", cpu() - last[0]);
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
