package segue.core.train;

import java.util.SplittableRandom;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// Kernel ridge regression (Saunders, Gammerman, Vovk 1998) with the Gaussian kernel
/// `exp(−|x − y|² / (2 width²))`: predicts by the items most like one, in closed form. Where more
/// items are trusted than there are `landmarks`, solutions are sums over so many of them (subset of
/// regressors, Smola and Bartlett 2001): `items · landmarks²` flops and `items · landmarks` floats,
/// twice.
///
/// @param regularization λ, pulls predictions towards the mean
/// @param width how far likeness reaches, in distances of the inputs; `auto`: the root of half the
///   mean squared distance
/// @param landmarks the most items solutions are made of
public record KernelRidge(double regularization, double width, int landmarks) implements Predictor {

    private static final int PAIRS = 2000;

    /// Of at most 1,000 landmarks.
    public KernelRidge(double regularization) {
        this(regularization, Double.NaN, 1000);
    }

    public KernelRidge {
        Check.that(regularization > 0, "regularization must be above 0, is %s", regularization);
        Check.that(!(width <= 0), "width must be above 0, is %s", width);
        Check.that(landmarks >= 1, "landmarks must be at least 1, is %s", landmarks);
    }

    @Override
    public Matrix predict(SparseMatrix inputs, Matrix targets, float[] trust, Run run) {
        Trusted known = Trusted.of(inputs, targets, trust);
        double reach = Double.isNaN(width) ? width(inputs, known, run) : width;
        float scale = (float) (-.5 / (reach * reach));
        return new Likenesses(
                        inputs,
                        landmarks,
                        (a, b, dot) ->
                                (float) Math.exp(scale * Math.max(0, a + b - 2 * (double) dot)))
                .predict(known, regularization, run);
    }

    /// The root of half the mean squared distance of pairs of items drawn at random.
    private static double width(SparseMatrix inputs, Trusted known, Run run) {
        SplittableRandom random = run.random("kernel width");
        double sum = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            int one = known.row(random.nextInt(known.size()));
            int other = known.row(random.nextInt(known.size()));
            sum += distance(inputs, one, other);
        }
        return Math.sqrt(Math.max(sum / PAIRS / 2, 1e-6));
    }

    private static double distance(SparseMatrix inputs, int one, int other) {
        double sum = 0;
        int b = inputs.start(other);
        for (int a = inputs.start(one); a < inputs.end(one); a++) {
            while (b < inputs.end(other) && inputs.column(b) < inputs.column(a)) {
                sum += square(inputs.value(b++));
            }
            boolean both = b < inputs.end(other) && inputs.column(b) == inputs.column(a);
            sum += square(inputs.value(a) - (both ? inputs.value(b++) : 0));
        }
        while (b < inputs.end(other)) {
            sum += square(inputs.value(b++));
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
