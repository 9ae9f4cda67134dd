package segue.core.math;

/// The steps in plain loops.
public final class ScalarSteps implements Steps {

    @Override
    public float dot(float[] x, int xAt, float[] y, int yAt, int n) {
        float sum = 0;
        for (int k = 0; k < n; k++) {
            sum += x[xAt + k] * y[yAt + k];
        }
        return sum;
    }

    @Override
    public float dotDifference(float[] x, int xAt, float[] y, int iAt, int jAt, int n) {
        float sum = 0;
        for (int k = 0; k < n; k++) {
            sum += x[xAt + k] * (y[iAt + k] - y[jAt + k]);
        }
        return sum;
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
        for (int k = 0; k < n; k++) {
            float u = x[xAt + k];
            float i = y[iAt + k];
            float j = y[jAt + k];
            x[xAt + k] = keepX * u + step * (i - j);
            y[iAt + k] = keepY * i + step * u;
            y[jAt + k] = keepY * j - step * u;
        }
    }

    @Override
    public void product(float[] x, int xAt, float[] y, int yAt, int n, float step, float keep) {
        for (int k = 0; k < n; k++) {
            float u = x[xAt + k];
            float i = y[yAt + k];
            x[xAt + k] = keep * u + step * i;
            y[yAt + k] = keep * i + step * u;
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
        for (int k = 0; k < n; k++) {
            float g = scale * slope[k] + decay * x[at + k];
            x[at + k] -= rate * g / (float) Math.sqrt(squares[at + k]);
            squares[at + k] += g * g;
        }
    }
}
