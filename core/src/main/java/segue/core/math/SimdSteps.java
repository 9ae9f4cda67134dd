package segue.core.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The steps on the widest vectors of the machine. Lanes are added as in [SimdKernels].
public final class SimdSteps implements Steps {

    private static final VectorSpecies<Float> S = SimdKernels.S;
    private static final int L = S.length();

    private static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(S, array, at);
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(S, value);
    }

    @Override
    public float dot(float[] x, int xAt, float[] y, int yAt, int n) {
        FloatVector even = FloatVector.zero(S);
        FloatVector odd = even;
        for (int k = 0; k < n; k += 2 * L) {
            even = load(x, xAt + k).fma(load(y, yAt + k), even);
            odd = load(x, xAt + k + L).fma(load(y, yAt + k + L), odd);
        }
        return SimdKernels.sum(even.add(odd));
    }

    @Override
    public float dotDifference(float[] x, int xAt, float[] y, int iAt, int jAt, int n) {
        FloatVector even = FloatVector.zero(S);
        FloatVector odd = even;
        for (int k = 0; k < n; k += 2 * L) {
            FloatVector d = load(y, iAt + k).sub(load(y, jAt + k));
            even = load(x, xAt + k).fma(d, even);
            d = load(y, iAt + k + L).sub(load(y, jAt + k + L));
            odd = load(x, xAt + k + L).fma(d, odd);
        }
        return SimdKernels.sum(even.add(odd));
    }

    @Override
    public void pair(
            float[] x,
            int xAt,
            float[] y,
            int iAt,
            int jAt,
            int n,
            float step,
            float keepX,
            float keepY) {
        FloatVector s = all(step);
        FloatVector kx = all(keepX);
        FloatVector ky = all(keepY);
        for (int k = 0; k < n; k += L) {
            FloatVector u = load(x, xAt + k);
            FloatVector i = load(y, iAt + k);
            FloatVector j = load(y, jAt + k);
            FloatVector su = s.mul(u);
            i.sub(j).fma(s, u.mul(kx)).intoArray(x, xAt + k);
            i.fma(ky, su).intoArray(y, iAt + k);
            j.mul(ky).sub(su).intoArray(y, jAt + k);
        }
    }

    @Override
    public void product(float[] x, int xAt, float[] y, int yAt, int n, float step, float keep) {
        FloatVector s = all(step);
        FloatVector k1 = all(keep);
        for (int k = 0; k < n; k += L) {
            FloatVector u = load(x, xAt + k);
            FloatVector i = load(y, yAt + k);
            i.fma(s, u.mul(k1)).intoArray(x, xAt + k);
            u.fma(s, i.mul(k1)).intoArray(y, yAt + k);
        }
    }

    @Override
    public void adagrad(
            float[] x,
            float[] squares,
            int at,
            float[] slope,
            int n,
            float scale,
            float rate,
            float decay) {
        FloatVector s = all(scale);
        FloatVector r = all(rate);
        FloatVector d = all(decay);
        for (int k = 0; k < n; k += L) {
            FloatVector value = load(x, at + k);
            FloatVector sum = load(squares, at + k);
            FloatVector g = load(slope, k).fma(s, value.mul(d));
            value.sub(g.mul(r).div(sum.sqrt())).intoArray(x, at + k);
            g.fma(g, sum).intoArray(squares, at + k);
        }
    }
}
