package segue.core.math;

/// Points packed for tiled products, each with `−|b|² / 2` behind its numbers: the product with a
/// point that has a 1 there is the greater, the nearer the two are.
final class NearestPanels {

    private final int rank;
    private final float[] panels;

    private NearestPanels(int rank, float[] panels) {
        this.rank = rank;
        this.panels = panels;
    }

    int rank() {
        return rank;
    }

    float[] panels() {
        return panels;
    }

    private static final int PAD = Kernels.PAD;

    static NearestPanels of(Matrix points) {
        int rank = Kernels.padded(points.columns() + 1);
        float[] panels = new float[Math.ceilDiv(points.rows(), PAD) * PAD * rank];
        for (int row = 0; row < points.rows(); row++) {
            int panel = row / PAD * PAD * rank;
            double square = 0;
            for (int k = 0; k < points.columns(); k++) {
                float value = points.at(row, k);
                panels[panel + k * PAD + row % PAD] = value;
                square += (double) value * value;
            }
            panels[panel + points.columns() * PAD + row % PAD] = (float) (-square / 2);
        }
        return new NearestPanels(rank, panels);
    }

    void pack(Matrix points, int row, float[] packed, int place) {
        int at = place * rank;
        System.arraycopy(points.values(), points.offset(row), packed, at, points.columns());
        packed[at + points.columns()] = 1;
    }

    void scores(float[] packed, int first, int count, int panel, float[] out) {
        Kernels.BEST.scores(packed, first * rank, count, rank, panels, panel * rank, out);
    }
}
