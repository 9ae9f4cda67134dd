package segue.engine.context;

import java.util.Arrays;
import java.util.OptionalInt;
import segue.core.math.SparseMatrix;
import segue.library.SlotCounts;
import segue.library.TimeSlots;

/// When items are played by everybody, each shrunk to its artist and that to all music. How
/// strongly is estimated from the counts themselves: where items differ by no more than chance
/// would make them, nothing is left. Immutable and thread-safe.
final class SlotProfiles {

    /// Fewer plays than that never say as much as what they are shrunk to.
    private static final double LEAST = 10;

    private final SlotCounts counts;

    /// The share of all plays in each slot; the slots of a part add up to 1.
    private final double[] base = new double[TimeSlots.COUNT];

    /// How many plays what an item is shrunk to counts, by part.
    private final double[] shrinkage = new double[Part.COUNT];

    private final double plays;

    SlotProfiles(SlotCounts counts) {
        this.counts = counts;
        SparseMatrix matrix = counts.counts();
        for (int e = 0; e < matrix.entries(); e++) {
            base[matrix.column(e)] += matrix.value(e);
        }
        double all = 0;
        for (int slot = 0; slot < TimeSlots.HOURS; slot++) {
            all += base[slot];
        }
        plays = all;
        for (int slot = 0; slot < base.length; slot++) {
            base[slot] /= Math.max(1, all);
        }
        for (Part part : Part.values()) {
            shrinkage[Part.of(part.from())] = shrinkage(part);
        }
    }

    /// How many plays with a time there are.
    double plays() {
        return plays;
    }

    double shrinkage(int part) {
        return shrinkage[part];
    }

    /// The precision of a Dirichlet-multinomial by the method of moments: chi² of an item's counts
    /// is (slots − 1) · (1 + (n − 1) / (precision + 1)) on average.
    private double shrinkage(Part part) {
        SparseMatrix matrix = counts.counts();
        int used = 0;
        for (int slot = part.from(); slot < part.to(); slot++) {
            used += base[slot] > 0 ? 1 : 0;
        }
        double excess = 0;
        double room = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            double n = 0;
            double squares = 0;
            for (int e = matrix.start(row); e < matrix.end(row); e++) {
                int slot = matrix.column(e);
                if (slot >= part.from() && slot < part.to()) {
                    n += matrix.value(e);
                    squares += matrix.value(e) * matrix.value(e) / base[slot];
                }
            }
            if (n > 1) {
                excess += squares / n - n - (used - 1);
                room += (used - 1) * (n - 1);
            }
        }
        return excess <= 0 ? Double.POSITIVE_INFINITY : Math.max(LEAST, room / excess - 1);
    }

    /// The artist of a track; empty where unknown, and for artists.
    String artist(String item) {
        OptionalInt row = counts.items().row(item);
        if (row.isEmpty() || counts.artistOf().count(row.getAsInt()) == 0) {
            return "";
        }
        return counts.artists()
                .id(counts.artistOf().column(counts.artistOf().start(row.getAsInt())));
    }

    /// What holds at a moment.
    At at(SlotWeights weights) {
        return new At(weights);
    }

    /// How much more than usual items are played at a moment.
    final class At {

        private final SlotWeights weights;
        private final double[] usual = new double[Part.COUNT];
        private final double[][] artists;

        private At(SlotWeights weights) {
            this.weights = weights;
            for (int slot = 0; slot < base.length; slot++) {
                usual[Part.of(slot)] += base[slot] * weights.at(slot);
            }
            this.artists = ofArtists();
        }

        /// The share of all plays that belongs to the moment, by part.
        double usual(int part) {
            return usual[part];
        }

        /// How much likelier an item is at the moment than at any, by part; 1s for the unknown.
        double[] ratios(String item) {
            OptionalInt row = counts.items().row(item);
            return row.isEmpty() ? neutral() : ratios(row.getAsInt());
        }

        /// The same of an artist.
        double[] artistRatios(String artist) {
            OptionalInt row = counts.artists().row(artist);
            return row.isEmpty() ? neutral() : artists[row.getAsInt()];
        }

        private double[] ratios(int row) {
            SparseMatrix artistOf = counts.artistOf();
            double[] prior =
                    artistOf.count(row) == 0
                            ? neutral()
                            : artists[artistOf.column(artistOf.start(row))];
            double[] sums = new double[Part.COUNT];
            double n = add(row, sums);
            return shrunk(n, sums, prior);
        }

        private double[][] ofArtists() {
            SparseMatrix artistOf = counts.artistOf();
            int size = counts.artists().size();
            double[][] sums = new double[size][Part.COUNT];
            double[] n = new double[size];
            for (int row = 0; row < artistOf.rows(); row++) {
                if (artistOf.count(row) > 0) {
                    int artist = artistOf.column(artistOf.start(row));
                    n[artist] += add(row, sums[artist]);
                }
            }
            double[][] ratios = new double[size][];
            Arrays.setAll(ratios, artist -> shrunk(n[artist], sums[artist], neutral()));
            return ratios;
        }

        private double[] shrunk(double n, double[] sums, double[] prior) {
            double[] ratios = new double[Part.COUNT];
            for (int part = 0; part < ratios.length; part++) {
                double k = shrinkage[part];
                boolean silent = Double.isInfinite(k) || !(usual[part] > 0);
                ratios[part] =
                        silent
                                ? prior[part]
                                : (sums[part] / usual[part] + k * prior[part]) / (n + k);
            }
            return ratios;
        }

        /// Adds an item's plays by their weights.
        ///
        /// @return how many plays there are
        private double add(int row, double[] sums) {
            SparseMatrix matrix = counts.counts();
            double n = 0;
            for (int e = matrix.start(row); e < matrix.end(row); e++) {
                int slot = matrix.column(e);
                sums[Part.of(slot)] += matrix.value(e) * weights.at(slot);
                n += slot < TimeSlots.HOURS ? matrix.value(e) : 0;
            }
            return n;
        }
    }

    private static double[] neutral() {
        double[] ones = new double[Part.COUNT];
        Arrays.fill(ones, 1);
        return ones;
    }
}
