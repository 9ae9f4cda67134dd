package segue.engine.context;

/// How much a moment moves.
///
/// @param nearness of times
/// @param ownShrinkage how many of a listener's own plays of an item what everybody does counts
/// @param strength the power of what is learned of items, 0: none; 1: as if scores were
///   likelihoods, which those of factor models are far from
/// @param taste the same for a listener's history before a taste is made of it
record ContextSettings(Nearness nearness, double ownShrinkage, double strength, double taste) {

    static final ContextSettings DEFAULTS = new ContextSettings(Nearness.DEFAULTS, 40, .1, 1);

    /// Nothing may become likelier, or less likely, by more than this: natural logarithm.
    static final double MOST = 2;

    ContextSettings {
        if (!(ownShrinkage > 0) || !(strength >= 0) || !(taste >= 0)) {
            throw new IllegalArgumentException(
                    "ownShrinkage must be above 0, strength and taste at least 0, are %s, %s, %s"
                            .formatted(ownShrinkage, strength, taste));
        }
    }

    /// The logarithm of ratios that hold together.
    static double log(double[] ratios, double power) {
        double sum = 0;
        for (double ratio : ratios) {
            sum += StrictMath.log(ratio);
        }
        return Math.clamp(power * sum, -MOST, MOST);
    }
}
