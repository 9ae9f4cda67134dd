package segue.engine.recommend;

import java.util.Optional;
import segue.core.math.Kernels;
import segue.core.model.FactorModel;
import segue.core.rank.Diversify;

/// How alike two items of a catalogue are: by what people play where a model knows both, else by
/// sound, else by tags. Thread-safe.
record Likeness(Stock stock, Optional<Opened> opened) implements Diversify.Likeness {

    @Override
    public double of(int one, int other) {
        if (opened.isPresent()
                && opened.get().model().trained().model() instanceof FactorModel factors) {
            int a = opened.get().column(one);
            int b = opened.get().column(other);
            if (a >= 0 && b >= 0) {
                return Math.max(0, cosine(factors, a, b));
            }
        }
        double heard = stock.sounds().likeness(one, other);
        return heard > 0 ? heard : stock.catalogue().tags().likeness(one, other);
    }

    private static double cosine(FactorModel factors, int one, int other) {
        float[] values = factors.itemFactors().values();
        int a = factors.itemFactors().offset(one);
        int b = factors.itemFactors().offset(other);
        int tastes = factors.foldIn().tasteColumns(factors.rank());
        double lengths =
                Math.sqrt(
                        (double) Kernels.BEST.dot(values, a, values, a, tastes)
                                * Kernels.BEST.dot(values, b, values, b, tastes));
        return lengths > 0 ? Kernels.BEST.dot(values, a, values, b, tastes) / lengths : 0;
    }
}
