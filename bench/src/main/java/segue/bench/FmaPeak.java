package segue.bench;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The most fused multiply-adds a core can do: twelve independent chains that never leave the
/// registers.
final class FmaPeak {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int STEPS = 4096;

    /// Operations of one [#run].
    static final long FLOPS = 2L * 12 * STEPS * S.length();

    private FmaPeak() {}

    /// @param factors two vectors' worth of numbers; from memory, since constants would be made
    ///   anew
    static float run(float[] factors) {
        FloatVector y = FloatVector.fromArray(S, factors, 0);
        FloatVector z = FloatVector.fromArray(S, factors, S.length());
        FloatVector x = z;
        FloatVector a = x.add(1);
        FloatVector b = x.add(2);
        FloatVector c = x.add(3);
        FloatVector d = x.add(4);
        FloatVector e = x.add(5);
        FloatVector f = x.add(6);
        FloatVector g = x.add(7);
        FloatVector h = x.add(8);
        FloatVector i = x.add(9);
        FloatVector j = x.add(10);
        FloatVector k = x.add(11);
        FloatVector l = x.add(12);
        for (int step = 0; step < STEPS; step++) {
            a = y.fma(z, a);
            b = y.fma(z, b);
            c = y.fma(z, c);
            d = y.fma(z, d);
            e = y.fma(z, e);
            f = y.fma(z, f);
            g = y.fma(z, g);
            h = y.fma(z, h);
            i = y.fma(z, i);
            j = y.fma(z, j);
            k = y.fma(z, k);
            l = y.fma(z, l);
        }
        return a.add(b)
                .add(c)
                .add(d)
                .add(e)
                .add(f)
                .add(g)
                .add(h)
                .add(i)
                .add(j)
                .add(k)
                .add(l)
                .lane(0);
    }
}
