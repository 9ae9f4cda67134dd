package segue.core.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The kernels of non-negative factorisation on vectors: the part of [SimdKernels] that only NMF
/// and its fold-in call.
final class SimdDescent {

    private SimdDescent() {}

    /// [Kernels#combine].
    static void combine(
            int[] columns, float[] weights, int from, int to, float[] rows, int rank, float[] out) {
        for (int k = 0; k < rank; k += 2 * SimdKernels.L) {
            FloatVector a0 = SimdKernels.load(out, k);
            FloatVector a1 = SimdKernels.load(out, k + SimdKernels.L);
            FloatVector b0 = FloatVector.zero(SimdKernels.S);
            FloatVector b1 = b0;
            int e = from;
            for (; e + 2 <= to; e += 2) {
                FloatVector w0 = SimdKernels.all(weights[e]);
                FloatVector w1 = SimdKernels.all(weights[e + 1]);
                int row0 = columns[e] * rank + k;
                int row1 = columns[e + 1] * rank + k;
                a0 = SimdKernels.load(rows, row0).fma(w0, a0);
                a1 = SimdKernels.load(rows, row0 + SimdKernels.L).fma(w0, a1);
                b0 = SimdKernels.load(rows, row1).fma(w1, b0);
                b1 = SimdKernels.load(rows, row1 + SimdKernels.L).fma(w1, b1);
            }
            if (e < to) {
                FloatVector w = SimdKernels.all(weights[e]);
                int row = columns[e] * rank + k;
                a0 = SimdKernels.load(rows, row).fma(w, a0);
                a1 = SimdKernels.load(rows, row + SimdKernels.L).fma(w, a1);
            }
            a0.add(b0).intoArray(out, k);
            a1.add(b1).intoArray(out, k + SimdKernels.L);
        }
    }

    /// [Kernels#descend].
    static float descend(float[] gram, int stride, int rank, float[] x, float[] b) {
        FloatVector violation = FloatVector.zero(SimdKernels.S);
        for (int t = 0; t < rank; t++) {
            float curve = gram[t * stride + t];
            FloatVector step = SimdKernels.all(curve > 0 ? 1 / curve : 0);
            for (int j = 0; j < Kernels.PAD; j += 2 * SimdKernels.L) {
                int at = t * Kernels.PAD + j;
                FloatVector s0 = SimdKernels.load(b, at).neg();
                FloatVector s1 = SimdKernels.load(b, at + SimdKernels.L).neg();
                FloatVector r0 = FloatVector.zero(SimdKernels.S);
                FloatVector r1 = r0;
                int k = 0;
                for (; k + 2 <= rank; k += 2) {
                    FloatVector g0 = SimdKernels.all(gram[t * stride + k]);
                    FloatVector g1 = SimdKernels.all(gram[t * stride + k + 1]);
                    int row = k * Kernels.PAD + j;
                    s0 = SimdKernels.load(x, row).fma(g0, s0);
                    s1 = SimdKernels.load(x, row + SimdKernels.L).fma(g0, s1);
                    r0 = SimdKernels.load(x, row + Kernels.PAD).fma(g1, r0);
                    r1 = SimdKernels.load(x, row + Kernels.PAD + SimdKernels.L).fma(g1, r1);
                }
                if (k < rank) {
                    FloatVector g = SimdKernels.all(gram[t * stride + k]);
                    s0 = SimdKernels.load(x, k * Kernels.PAD + j).fma(g, s0);
                    s1 = SimdKernels.load(x, k * Kernels.PAD + j + SimdKernels.L).fma(g, s1);
                }
                violation = violation.add(follow(x, at, s0.add(r0), step));
                violation = violation.add(follow(x, at + SimdKernels.L, s1.add(r1), step));
            }
        }
        return SimdKernels.sum(violation);
    }

    /// One coordinate of a panel moves against its slope; what of the slope counts is returned.
    private static FloatVector follow(float[] x, int at, FloatVector slope, FloatVector step) {
        FloatVector value = SimdKernels.load(x, at);
        value.sub(slope.mul(step)).max(0).intoArray(x, at);
        VectorMask<Float> blocked =
                value.compare(VectorOperators.EQ, 0).and(slope.compare(VectorOperators.GT, 0));
        return slope.abs().blend(0, blocked);
    }
}
