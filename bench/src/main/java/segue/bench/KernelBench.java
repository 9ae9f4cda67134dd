package segue.bench;

import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.LAPACK_ROW_MAJOR;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import segue.core.math.Cholesky;
import segue.core.math.Kernels;

/// The kernels on one core, in floating point operations a second, beside OpenBLAS on the same data
/// and beside the most fused multiply-adds the core can do. Read the `flops` lines.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED"
        })
public class KernelBench {

    private static final Kernels K = Kernels.BEST;
    private static final int USERS = 384;
    private static final int ITEMS = 4096;

    /// Counts operations, so that results read as operations a second.
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Count {
        /// Multiplications and additions that the task needs, however they are done.
        public long flops;
    }

    @Param({"64", "128"})
    int rank;

    /// Rows of one rank update: what ALS gathers at a time.
    @Param("128")
    int rows;

    private float[] z;
    private float[] a;
    private float[] system;
    private float[] rightSide;
    private float[] users;
    private float[] panels;
    private float[] tile;
    private FloatPointer zOut;
    private FloatPointer aOut;
    private FloatPointer workOut;
    private FloatPointer rightOut;
    private FloatPointer usersOut;
    private FloatPointer itemsOut;
    private FloatPointer scoresOut;

    @Setup
    public void setUp() {
        openblas.blas_set_num_threads(1);
        z = random(rows * rank);
        a = new float[rank * rank];
        system = new float[rank * rank];
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                system[i * rank + j] = i == j ? rank : 1f / (1 + Math.abs(i - j));
            }
        }
        rightSide = random(rank);
        users = random(USERS * rank);
        panels = random(ITEMS * rank);
        tile = new float[Kernels.TILE * Kernels.PAD];
        zOut = new FloatPointer(z);
        aOut = new FloatPointer(a);
        workOut = new FloatPointer(system);
        rightOut = new FloatPointer(rightSide);
        usersOut = new FloatPointer(users);
        itemsOut = new FloatPointer(panels);
        scoresOut = new FloatPointer((long) USERS * ITEMS);
    }

    private static float[] random(int n) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) (random.nextDouble() - .5);
        }
        return values;
    }

    @Benchmark
    public float peak(Count count) {
        count.flops += FmaPeak.FLOPS;
        return FmaPeak.run(rightSide);
    }

    @Benchmark
    public float[] rankUpdate(Count count) {
        K.rankUpdate(z, 0, z, 0, rows, rank, a);
        count.flops += (long) rows * rank * (rank + 1);
        return a;
    }

    @Benchmark
    public FloatPointer rankUpdateOpenBlas(Count count) {
        openblas.cblas_ssyrk(
                CblasRowMajor, CblasLower, CblasTrans, rank, rows, 1, zOut, rank, 1, aOut, rank);
        count.flops += (long) rows * rank * (rank + 1);
        return aOut;
    }

    @Benchmark
    public float[] scores(Count count) {
        for (int panel = 0; panel < ITEMS; panel += Kernels.PAD) {
            for (int user = 0; user < USERS; user += Kernels.TILE) {
                K.scores(users, user * rank, Kernels.TILE, rank, panels, panel * rank, tile);
            }
        }
        count.flops += 2L * USERS * ITEMS * rank;
        return tile;
    }

    @Benchmark
    public FloatPointer scoresOpenBlas(Count count) {
        openblas.cblas_sgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasTrans,
                USERS,
                ITEMS,
                rank,
                1,
                usersOut,
                rank,
                itemsOut,
                rank,
                0,
                scoresOut,
                ITEMS);
        count.flops += 2L * USERS * ITEMS * rank;
        return scoresOut;
    }

    @Benchmark
    public float[] cholesky(Count count) {
        System.arraycopy(system, 0, a, 0, a.length);
        float[] x = rightSide.clone();
        Cholesky.factor(a, rank);
        Cholesky.solve(a, rank, x);
        count.flops += (long) rank * rank * rank / 3 + 2L * rank * rank;
        return x;
    }

    @Benchmark
    public FloatPointer choleskyOpenBlas(Count count) {
        workOut.put(system);
        rightOut.put(rightSide);
        byte lower = 'L';
        openblas.LAPACKE_spotrf(LAPACK_ROW_MAJOR, lower, rank, workOut, rank);
        openblas.LAPACKE_spotrs(LAPACK_ROW_MAJOR, lower, rank, 1, workOut, rank, rightOut, 1);
        count.flops += (long) rank * rank * rank / 3 + 2L * rank * rank;
        return rightOut;
    }

    @Benchmark
    public float dots(Count count) {
        float sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += K.dot(z, row * rank, rightSide, 0, rank);
        }
        count.flops += 2L * rows * rank;
        return sum;
    }

    @Benchmark
    public float dotsOpenBlas(Count count) {
        float sum = 0;
        for (int row = 0; row < rows; row++) {
            zOut.position((long) row * rank);
            sum += openblas.cblas_sdot(rank, zOut, 1, rightOut, 1);
        }
        zOut.position(0);
        count.flops += 2L * rows * rank;
        return sum;
    }
}
