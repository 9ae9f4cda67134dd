package segue.audio.dsp;

/// Where a spectrum's power lies and how even it is: centroid, spread, rolloff and flatness, as
/// in Peeters, "A large set of audio features for sound description" (Ircam 2004), over power,
/// without the constant part. Not thread-safe.
public final class SpectralShape {

    /// The share of power below the rolloff.
    private static final double ROLLOFF = .85;

    /// What an empty bin counts against the mean of all: -90 dB.
    private static final double FLOOR = 1e-9;

    private static final int FACTORS = 8;

    private final double binHertz;
    private final float[] power;
    private double centroid;
    private double spread;
    private double rolloff;
    private double flatness;

    /// @param size samples a frame of the transform
    /// @param sampleRate Hz
    public SpectralShape(int size, int sampleRate) {
        binHertz = (double) sampleRate / size;
        power = new float[size / 2 + 1];
    }

    /// Measures a spectrum; of silence all are 0.
    public void measure(float[] magnitudes) {
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int k = 1; k < power.length; k++) {
            float p = magnitudes[k] * magnitudes[k];
            power[k] = p;
            sum += p;
            double kp = (double) k * p;
            first += kp;
            second += k * kp;
        }
        if (!(sum > 0)) {
            centroid = 0;
            spread = 0;
            rolloff = 0;
            flatness = 0;
            return;
        }
        double mean = first / sum;
        centroid = mean * binHertz;
        spread = Math.sqrt(Math.max(0, second / sum - mean * mean)) * binHertz;
        rolloff = rolloffBin(sum) * binHertz;
        flatness = flatness(sum / (power.length - 1));
    }

    private int rolloffBin(double sum) {
        double below = 0;
        for (int k = 1; k < power.length; k++) {
            below += power[k];
            if (below >= ROLLOFF * sum) {
                return k;
            }
        }
        return power.length - 1;
    }

    /// Geometric over arithmetic mean; a logarithm of products of eight saves seven logarithms.
    private double flatness(double mean) {
        double logs = 0;
        double product = 1;
        for (int k = 1; k < power.length; k++) {
            product *= power[k] / mean + FLOOR;
            if (k % FACTORS == 0) {
                logs += Math.log(product);
                product = 1;
            }
        }
        logs += Math.log(product);
        return Math.min(1, Math.exp(logs / (power.length - 1)));
    }

    /// The middle of the power, Hz.
    public double centroid() {
        return centroid;
    }

    /// The standard deviation of the power around it, Hz.
    public double spread() {
        return spread;
    }

    /// Below it lies 85 % of the power, Hz.
    public double rolloff() {
        return rolloff;
    }

    /// 0: single tones; 1: all bins alike. White noise about .56.
    public double flatness() {
        return flatness;
    }
}
