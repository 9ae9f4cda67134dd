package segue.core.math;

/// The inner loops: a plain scalar version, which is the truth, and a SIMD version beside it. One
/// is chosen at start-up, by whether the JVM was started with `--add-modules jdk.incubator.vector`.
///
/// Ranks given to the tiled kernels are multiples of [#PAD]; factor matrices are padded with zero
/// columns to it while training. Stateless and thread-safe.
public sealed interface Kernels permits ScalarKernels, SimdKernels {

    /// What tiled kernels round the rank up to: two vectors of the widest registers.
    int PAD = 32;

    /// Rows of a tile of [#scores].
    int TILE = 6;

    /// The fastest there is on this JVM.
    Kernels BEST = best();

    private static Kernels best() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? new SimdKernels() : new ScalarKernels();
    }

    /// `rank` rounded up to a multiple of [#PAD].
    static int padded(int rank) {
        return Math.ceilDiv(rank, PAD) * PAD;
    }

    /// `Σ a[aFrom + k] b[bFrom + k]` over `n` elements. Any `n`.
    float dot(float[] a, int aFrom, float[] b, int bFrom, int n);

    /// `y[yFrom + k] += scale · x[xFrom + k]` over `n` elements. Any `n`.
    void addScaled(float scale, float[] x, int xFrom, float[] y, int yFrom, int n);

    /// Dot products of `count` rows with one vector: `out[i] = z_i · p`.
    ///
    /// @param z rows of `rank` floats, one after the other
    void rowDots(float[] z, int count, int rank, float[] p, float[] out);

    /// Weighted sum of rows added to a vector: `out += Σ weight_i z_i`.
    void addRows(float[] z, int count, int rank, float[] weights, float[] out);

    /// Symmetric update `a += Σ_i scaled_i z_iᵀ` of a `rank × rank` matrix, where `scaled_i` is
    /// `z_i` times a weight. Only elements on and above the diagonal are valid afterwards.
    void rankUpdate(
            float[] z, int zFrom, float[] scaled, int scaledFrom, int count, int rank, float[] a);

    /// Scores of `count ≤` [#TILE] users against one panel of [#PAD] items:
    /// `out[u · PAD + j] = Σ_k users[from + u · rank + k] panel[panelFrom + k · PAD + j]`, each sum
    /// built in the order of `k` with fused multiply-adds, so every implementation gives the same
    /// bits.
    void scores(
            float[] users,
            int from,
            int count,
            int rank,
            float[] panel,
            int panelFrom,
            float[] out);

    /// Which of [#PAD] values exceed `threshold`: bit `j` for `values[from + j]`.
    int above(float[] values, int from, float threshold);

    /// One step of a Cholesky factorisation: takes the part of the pivot rows `first` to `last` out
    /// of a later row, from its diagonal on: `a[row · n + j] −= Σ_p a[p · n + row] a[p · n + j]`
    /// for `j ≥ row`. Elements before the diagonal are left in no defined state.
    void eliminate(float[] a, int n, int first, int last, int row);

    /// A sparse row times a matrix: `out += Σ_e weights[e] · rows[columns[e]]` for the entries
    /// `from` to `to`.
    ///
    /// @param rows rows of `rank` floats, one after the other
    void combine(
            int[] columns, float[] weights, int from, int to, float[] rows, int rank, float[] out);

    /// One sweep of non-negative coordinate descent on `½ xᵀ G x − bᵀ x` for [#PAD] vectors at
    /// once: for each coordinate in turn, `x_t ← max(0, x_t − slope_t / G_tt)`.
    ///
    /// @param gram `G`, `rank` rows of `stride` floats
    /// @param x the vectors as a panel: coordinate `k` of vector `j` at `k · PAD + j`
    /// @param b as `x`
    /// @return Σ of all slopes that could be followed: |slope|, or its part below 0 where x is 0
    float descend(float[] gram, int stride, int rank, float[] x, float[] b);
}
