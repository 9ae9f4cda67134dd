package segue.engine.demo;

import java.util.SplittableRandom;

/// Random draws that come out the same on every machine: only exact arithmetic and [StrictMath].
final class Draw {

    private final SplittableRandom random;

    Draw(SplittableRandom random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /// Normally distributed around 0 with deviation 1 (Box and Muller 1958).
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /// Mostly around `median`, sometimes far above.
    double skewed(double median, double spread) {
        return median * StrictMath.exp(spread * normal());
    }

    /// A position, likelier where the weight is larger.
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    <T> T of(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
