package segue.audio.dsp;

/// Mean, deviation and change of several values over time, in constant memory. Not thread-safe.
public final class Moments {

    private final double[] sums;
    private final double[] squares;
    private final double[] changes;
    private final float[] last;
    private long count;
    private long steps;
    private boolean broken = true;

    /// @param size how many values there are at a time
    public Moments(int size) {
        sums = new double[size];
        squares = new double[size];
        changes = new double[size];
        last = new float[size];
    }

    /// Takes the values of the next moment.
    public void add(float[] values) {
        for (int i = 0; i < sums.length; i++) {
            double value = values[i];
            sums[i] += value;
            squares[i] += value * value;
        }
        if (!broken) {
            for (int i = 0; i < sums.length; i++) {
                double step = values[i] - last[i];
                changes[i] += step * step;
            }
            steps++;
        }
        System.arraycopy(values, 0, last, 0, last.length);
        broken = false;
        count++;
    }

    /// Says that a moment was left out: no change is counted across it.
    public void gap() {
        broken = true;
    }

    /// Moments taken.
    public long count() {
        return count;
    }

    /// The mean; 0 of nothing.
    public double mean(int index) {
        return count == 0 ? 0 : sums[index] / count;
    }

    /// The standard deviation; 0 of nothing.
    public double deviation(int index) {
        double mean = mean(index);
        return count == 0 ? 0 : Math.sqrt(Math.max(0, squares[index] / count - mean * mean));
    }

    /// The root mean square of the steps from one moment to the next; 0 without any.
    public double change(int index) {
        return steps == 0 ? 0 : Math.sqrt(changes[index] / steps);
    }
}
