package segue.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import segue.core.data.Weighting;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.core.model.FactorModel;
import segue.core.model.Taste;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.train.Algorithms;
import segue.core.train.TrainingData;

/// CPU seconds of NMF on plays of 1,121 listeners and 7,703 artists, and the error ‖X − WHᵀ‖
/// reached. The matrix is written to the file named first, for `nmf_peer.py` to do the same with
/// scikit-learn. Both are run with several seeds, since the error they end in depends on the start
/// by up to a thousandth. Further arguments are ranks, default 32; threads by `-Dthreads=1`.
public final class NmfBench {

    private static final SyntheticPlays PLAYS = new SyntheticPlays(1121, 7703, 44.6, 16);
    private static final int REPEATS = 6;

    private NmfBench() {}

    public static void main(String[] args) throws IOException {
        SparseMatrix counts = PLAYS.generate(7);
        SparseMatrix matrix = Weighting.parse("log1p").fit(counts).apply(counts);
        System.out.println(matrix);
        write(matrix, Path.of(args[0]));
        String[] ranks = args.length == 1 ? new String[] {"32"} : args[1].split(",");
        int threads = Integer.getInteger("threads", 1);
        for (String rank : ranks) {
            for (int repeat = 1; repeat <= REPEATS; repeat++) {
                String[] last = {""};
                long[] iterations = {0};
                Progress progress =
                        (stage, done, total, detail) -> {
                            last[0] = detail;
                            iterations[0] = done;
                        };
                double started = cpu();
                FactorModel model =
                        (FactorModel)
                                Algorithms.of("nmf", Map.of("rank", rank, "l2", "0"))
                                        .fit(
                                                new TrainingData(matrix),
                                                new Run(repeat, threads, progress));
                double seconds = cpu() - started;
                System.out.printf(
                        "rank %s seed %d: %.2f CPU s, %d iterations, %s, error %.2f%n",
                        rank, repeat, seconds, iterations[0], last[0], error(matrix, model));
            }
        }
    }

    private static double error(SparseMatrix matrix, FactorModel model) {
        double sum = 0;
        float[] scores = new float[matrix.columns()];
        for (int user = 0; user < matrix.rows(); user++) {
            model.score(Taste.ofUser(user, SparseVector.EMPTY), scores);
            for (int e = matrix.start(user); e < matrix.end(user); e++) {
                scores[matrix.column(e)] -= matrix.value(e);
            }
            for (float difference : scores) {
                sum += (double) difference * difference;
            }
        }
        return Math.sqrt(sum);
    }

    private static void write(SparseMatrix matrix, Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.printf("%%%%MatrixMarket matrix coordinate real general%n");
            out.printf("%d %d %d%n", matrix.rows(), matrix.columns(), matrix.entries());
            for (int row = 0; row < matrix.rows(); row++) {
                for (int e = matrix.start(row); e < matrix.end(row); e++) {
                    out.printf("%d %d %s%n", row + 1, matrix.column(e) + 1, matrix.value(e));
                }
            }
        }
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
