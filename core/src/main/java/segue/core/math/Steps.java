package segue.core.math;

/// The inner loops of stochastic gradient descent: a plain scalar version and a SIMD version beside
/// it, chosen as [Kernels] are. Rows are `n` floats long, `n` a multiple of [Kernels#PAD].
/// Stateless and thread-safe.
public sealed interface Steps permits ScalarSteps, SimdSteps {

    /// The fastest there is on this JVM.
    Steps BEST = Kernels.BEST instanceof SimdKernels ? new SimdSteps() : new ScalarSteps();

    /// `Σ x_k y_k` of two rows.
    float dot(float[] x, int xAt, float[] y, int yAt, int n);

    /// `Σ x_k (y_ik − y_jk)`.
    float dotDifference(float[] x, int xAt, float[] y, int iAt, int jAt, int n);

    /// One step of a pair: `x ← keepX·x + step·(y_i − y_j)`, `y_i ← keepY·y_i + step·x`,
    /// `y_j ← keepY·y_j − step·x`, all from the values before.
    void pair(
            float[] x,
            int xAt,
            float[] y,
            int iAt,
            int jAt,
            int n,
            float step,
            float keepX,
            float keepY);

    /// One step of a product: `x ← keep·x + step·y`, `y ← keep·y + step·x`, from the values before.
    void product(float[] x, int xAt, float[] y, int yAt, int n, float step, float keep);

    /// One step of Adagrad (Duchi, Hazan, Singer 2011) along `g = scale·slope + decay·x`:
    /// `x ← x − rate·g / √squares`, then `squares ← squares + g²`.
    ///
    /// @param squares sums of squares of the slopes so far, parallel to `x`, above 0
    /// @param slope `n` floats from 0 on
    void adagrad(
            float[] x,
            float[] squares,
            int at,
            float[] slope,
            int n,
            float scale,
            float rate,
            float decay);
}
