package segue.core.math;

/// The kernels in plain loops.
public final class ScalarKernels implements Kernels {

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int k = 0;
        for (; k + 3 < n; k += 4) {
            sum0 += a[aFrom + k] * b[bFrom + k];
            sum1 += a[aFrom + k + 1] * b[bFrom + k + 1];
            sum2 += a[aFrom + k + 2] * b[bFrom + k + 2];
            sum3 += a[aFrom + k + 3] * b[bFrom + k + 3];
        }
        for (; k < n; k++) {
            sum0 += a[aFrom + k] * b[bFrom + k];
        }
        return (sum0 + sum1) + (sum2 + sum3);
    }

    @Override
    public void addScaled(float scale, float[] x, int xFrom, float[] y, int yFrom, int n) {
        for (int k = 0; k < n; k++) {
            y[yFrom + k] += scale * x[xFrom + k];
        }
    }

    @Override
    public void rowDots(float[] z, int count, int rank, float[] p, float[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = dot(z, i * rank, p, 0, rank);
        }
    }

    @Override
    public void addRows(float[] z, int count, int rank, float[] weights, float[] out) {
        for (int i = 0; i < count; i++) {
            addScaled(weights[i], z, i * rank, out, 0, rank);
        }
    }

    @Override
    public void rankUpdate(
            float[] z, int zFrom, float[] scaled, int scaledFrom, int count, int rank, float[] a) {
        for (int i = 0; i < count; i++) {
            for (int row = 0; row < rank; row++) {
                float scale = scaled[scaledFrom + i * rank + row];
                if (scale != 0) {
                    addScaled(scale, z, zFrom + i * rank + row, a, row * rank + row, rank - row);
                }
            }
        }
    }

    @Override
    public void scores(
            float[] users,
            int from,
            int count,
            int rank,
            float[] panel,
            int panelFrom,
            float[] out) {
        for (int u = 0; u < count; u++) {
            for (int j = 0; j < PAD; j++) {
                float sum = 0;
                for (int k = 0; k < rank; k++) {
                    sum = Math.fma(users[from + u * rank + k], panel[panelFrom + k * PAD + j], sum);
                }
                out[u * PAD + j] = sum;
            }
        }
    }

    @Override
    public int above(float[] values, int from, float threshold) {
        int mask = 0;
        for (int j = 0; j < PAD; j++) {
            if (values[from + j] > threshold) {
                mask |= 1 << j;
            }
        }
        return mask;
    }

    @Override
    public void eliminate(float[] a, int n, int first, int last, int row) {
        for (int pivot = first; pivot < last; pivot++) {
            float scale = -a[pivot * n + row];
            addScaled(scale, a, pivot * n + row, a, row * n + row, n - row);
        }
    }

    @Override
    public void combine(
            int[] columns, float[] weights, int from, int to, float[] rows, int rank, float[] out) {
        for (int e = from; e < to; e++) {
            addScaled(weights[e], rows, columns[e] * rank, out, 0, rank);
        }
    }

    @Override
    public float descend(float[] gram, int stride, int rank, float[] x, float[] b) {
        float violation = 0;
        for (int t = 0; t < rank; t++) {
            float curve = gram[t * stride + t];
            for (int j = 0; j < PAD; j++) {
                float slope = -b[t * PAD + j];
                for (int k = 0; k < rank; k++) {
                    slope += gram[t * stride + k] * x[k * PAD + j];
                }
                float value = x[t * PAD + j];
                violation += value == 0 ? Math.max(0, -slope) : Math.abs(slope);
                if (curve > 0) {
                    x[t * PAD + j] = Math.max(0, value - slope / curve);
                }
            }
        }
        return violation;
    }
}
