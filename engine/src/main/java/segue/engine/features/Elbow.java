package segue.engine.features;

import java.util.ArrayList;
import java.util.List;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// How well features are given back by more and more components.
///
/// @param points from 2 components to one for each feature
/// @param bend where more components begin to bring little: the point farthest below the line from
///   the first to the last (Satopää et al. 2011, "kneedle")
public record Elbow(List<Point> points, int bend) {

    private static final int ENOUGH = 4000;

    /// @param error ‖X − WHᵀ‖ divided by ‖X‖: 0 is perfect, 1 is nothing
    public record Point(int components, double error) {}

    public Elbow {
        points = List.copyOf(points);
    }

    /// Of large collections a sample spread evenly is factorised.
    static Elbow of(Scaled scaled, ContentNmf settings, Run run) {
        SparseMatrix x = scaled.sparse(Math.ceilDiv(scaled.rows().size(), ENOUGH));
        double norm = 0;
        for (float value : x.valueArray()) {
            norm += (double) value * value;
        }
        List<Point> points = new ArrayList<>();
        for (int rank = 2; rank <= x.columns(); rank++) {
            run.report("elbow", rank, x.columns(), rank + " components");
            double error =
                    Factors.error(
                            x, Factors.fit(x, settings.withRank(rank), Run.quiet(run.seed())));
            points.add(new Point(rank, error / Math.sqrt(norm)));
            run.check();
        }
        return new Elbow(points, bend(points));
    }

    static int bend(List<Point> points) {
        if (points.isEmpty()) {
            return 0;
        }
        Point first = points.getFirst();
        Point last = points.getLast();
        int best = first.components();
        double farthest = 0;
        for (Point point : points) {
            double along =
                    (double) (point.components() - first.components())
                            / Math.max(1, last.components() - first.components());
            double below = first.error() + along * (last.error() - first.error()) - point.error();
            if (below > farthest) {
                farthest = below;
                best = point.components();
            }
        }
        return best;
    }
}
