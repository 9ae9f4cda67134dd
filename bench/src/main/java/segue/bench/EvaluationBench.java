package segue.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import segue.core.data.Split;
import segue.core.data.Weighting;
import segue.core.eval.Comparison;
import segue.core.eval.Evaluation;
import segue.core.eval.Report;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.train.Algorithm;
import segue.core.train.Algorithms;

/// Evaluates ALS and popularity on [SyntheticPlays#LASTFM_360K]: seconds to train, to rank and to
/// judge at 5, 10 and 20, to compare, and the peak memory of the process.
public final class EvaluationBench {

    private EvaluationBench() {}

    public static void main(String[] args) throws IOException {
        SparseMatrix counts = SyntheticPlays.LASTFM_360K.generate(1);
        Run run = Run.quiet(1);
        Split split = Split.random(counts, .2, run.random("split"));
        Algorithm als = Algorithms.of("als", Map.of("rank", "64", "iterations", "3"));
        Report one = evaluate("als, rank 64, 3 iterations", als, split, run);
        Report other = evaluate("popular", Algorithms.of("popular", Map.of()), split, run);
        double before = cpu();
        Comparison comparison = Comparison.of(other, one, "ndcg@10", run);
        System.out.printf("compare %.1f CPU s, p %.4f%n", cpu() - before, comparison.p());
        System.out.println(peakMemory());
    }

    private static Report evaluate(String name, Algorithm algorithm, Split split, Run run) {
        double before = cpu();
        Report report =
                new Evaluation(algorithm, new Weighting.Log1p(), List.of(5, 10, 20), false)
                        .run(split, run);
        System.out.printf(
                "%s: %d users, ndcg@10 %.4f; train %.1f s, rank %.1f s, judge %.1f s; %.1f CPU s%n",
                name,
                report.users(),
                report.mean("ndcg@10"),
                report.trainSeconds(),
                report.rankSeconds(),
                report.judgeSeconds(),
                cpu() - before);
        return report;
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    private static String peakMemory() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM")).findFirst().orElse("");
        }
    }
}
