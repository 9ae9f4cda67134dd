package segue.engine.features;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import segue.core.math.Summary;
import segue.engine.page.Html;

/// Charts as inline SVG, coloured by the style of the page. Widths and heights are units of the
/// picture, which bends to its card.
final class Charts {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 150;
    private static final int LEFT = 40;
    private static final int BOTTOM = 130;
    private static final int TOP = 8;
    private static final int FEW = 5;

    private Charts() {}

    /// Squares of all pairs: blue rises with it, orange falls.
    static String heatmap(List<String> names, List<List<Double>> correlations) {
        int cell = 44;
        int margin = 122;
        int size = margin + cell * names.size();
        StringBuilder svg = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            int middle = margin + cell * i + cell / 2;
            svg.append(text(margin - 8, middle + 4, "end", names.get(i)));
            svg.append(
                    "<text class=\"t\" transform=\"translate(%d %d) rotate(-50)\">%s</text>"
                            .formatted(middle, margin - 8, Html.text(names.get(i))));
            for (int j = 0; j < names.size(); j++) {
                double r = correlations.get(i).get(j);
                if (Double.isNaN(r)) {
                    continue;
                }
                int x = margin + cell * j;
                int y = margin + cell * i;
                svg.append(
                        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill-opacity=\"%s\"><title>%s and %s: %s</title></rect>"
                                .formatted(
                                        r < 0 ? "neg" : "pos",
                                        x + 1,
                                        y + 1,
                                        cell - 2,
                                        cell - 2,
                                        number(Math.abs(r)),
                                        Html.text(names.get(i)),
                                        Html.text(names.get(j)),
                                        two(r)));
                svg.append(
                        "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>"
                                .formatted(
                                        Math.abs(r) > .5 ? "t on" : "t",
                                        x + cell / 2,
                                        y + cell / 2 + 4,
                                        two(r)));
            }
        }
        return "<div class=\"scroll\"><svg class=\"map\" viewBox=\"0 0 %d %d\" role=\"img\">%s</svg></div>"
                .formatted(size + 30, size, svg);
    }

    static String histogram(FeatureFigures.Column column) {
        long most = column.bins().stream().mapToLong(Long::longValue).max().orElse(1);
        int bins = column.bins().size();
        double step = (double) (WIDTH - LEFT) / bins;
        StringBuilder svg = new StringBuilder();
        for (int i = 0; i < bins; i++) {
            double height =
                    (BOTTOM - TOP) * (double) column.bins().get(i) / (double) Math.max(1, most);
            svg.append(
                    "<rect class=\"bin\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                            .formatted(
                                    number(LEFT + i * step),
                                    number(BOTTOM - height),
                                    number(step - 1),
                                    number(height)));
        }
        Summary summary = column.summary();
        svg.append(text(LEFT - 4, TOP + 8, "end", brief((double) most)));
        svg.append(text(LEFT - 4, BOTTOM, "end", "0"));
        return picture(svg + ends(summary.min(), summary.max()));
    }

    /// Points that are drawn faintly where many lie.
    static String scatter(double[] x, double[] y, Summary onX, Summary onY, int step) {
        StringBuilder svg = new StringBuilder("<path class=\"dots\" d=\"");
        for (int i = 0; i < x.length; i += step) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                svg.append(
                        "M%s %sh0"
                                .formatted(
                                        number(at(x[i], onX, LEFT, WIDTH - 4)),
                                        number(at(y[i], onY, BOTTOM, TOP))));
            }
        }
        svg.append("\"/>");
        return picture(svg + sides(onY.min(), onY.max()) + ends(onX.min(), onX.max()));
    }

    /// Means of years as a line, with a deviation on each side. Years with few tracks are left out
    /// unless there are no others.
    static String trend(List<FeatureFigures.Year> years, int feature) {
        List<FeatureFigures.Year> some =
                years.stream().filter(year -> year.features().get(feature).count() > 0).toList();
        List<FeatureFigures.Year> many =
                some.stream().filter(year -> year.features().get(feature).count() >= FEW).toList();
        List<FeatureFigures.Year> known = many.size() > 1 ? many : some;
        ToDoubleFunction<FeatureFigures.Year> mean = year -> year.features().get(feature).mean();
        ToDoubleFunction<FeatureFigures.Year> spread =
                year -> year.features().get(feature).deviation();
        double low =
                known.stream()
                        .mapToDouble(y -> mean.applyAsDouble(y) - spread.applyAsDouble(y))
                        .min()
                        .orElse(0);
        double high =
                known.stream()
                        .mapToDouble(y -> mean.applyAsDouble(y) + spread.applyAsDouble(y))
                        .max()
                        .orElse(1);
        Summary scale = Summary.of(new double[] {low, high});
        int first = known.getFirst().year();
        int last = known.getLast().year();
        Summary time = Summary.of(new double[] {first, last});
        StringBuilder line = new StringBuilder();
        StringBuilder above = new StringBuilder();
        StringBuilder below = new StringBuilder();
        for (FeatureFigures.Year year : known) {
            String x = number(at(year.year(), time, LEFT, WIDTH - 4));
            double m = mean.applyAsDouble(year);
            double s = spread.applyAsDouble(year);
            line.append(x).append(',').append(number(at(m, scale, BOTTOM, TOP))).append(' ');
            above.append(x).append(',').append(number(at(m + s, scale, BOTTOM, TOP))).append(' ');
            below.insert(0, x + "," + number(at(m - s, scale, BOTTOM, TOP)) + " ");
        }
        return picture(
                "<polygon class=\"band\" points=\"%s%s\"/><polyline class=\"line\" points=\"%s\"/>"
                                .formatted(above, below, line)
                        + sides(low, high)
                        + text(LEFT, HEIGHT - 4, "start", "" + first)
                        + text(WIDTH - 4, HEIGHT - 4, "end", "" + last));
    }

    static String elbow(Elbow elbow) {
        Summary x =
                Summary.of(elbow.points().stream().mapToDouble(Elbow.Point::components).toArray());
        Summary y =
                Summary.of(
                        new double[] {
                            0,
                            elbow.points().stream().mapToDouble(Elbow.Point::error).max().orElse(1)
                        });
        StringBuilder line = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        for (Elbow.Point point : elbow.points()) {
            String px = number(at(point.components(), x, LEFT + 6, WIDTH - 10));
            String py = number(at(point.error(), y, BOTTOM, TOP));
            line.append(px).append(',').append(py).append(' ');
            boolean bend = point.components() == elbow.bend();
            marks.append(
                    "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%d\"><title>%d components: %s</title></circle>"
                            .formatted(
                                    bend ? "bend" : "point",
                                    px,
                                    py,
                                    bend ? 5 : 3,
                                    point.components(),
                                    Html.number(point.error())));
            marks.append(
                    "<text class=\"t\" x=\"%s\" y=\"%d\" text-anchor=\"middle\">%d</text>"
                            .formatted(px, HEIGHT - 4, point.components()));
        }
        return picture(
                "<polyline class=\"line\" points=\"%s\"/>%s".formatted(line, marks)
                        + sides(0, y.max()));
    }

    private static String picture(String content) {
        return "<svg viewBox=\"0 0 %d %d\" role=\"img\"><line class=\"axis\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%s</svg>"
                .formatted(WIDTH, HEIGHT, LEFT, BOTTOM, WIDTH, BOTTOM, content);
    }

    private static String ends(double min, double max) {
        return text(LEFT, HEIGHT - 4, "start", brief(min))
                + text(WIDTH - 4, HEIGHT - 4, "end", brief(max));
    }

    private static String sides(double min, double max) {
        return text(LEFT - 4, BOTTOM, "end", brief(min))
                + text(LEFT - 4, TOP + 8, "end", brief(max));
    }

    private static String text(int x, int y, String anchor, String text) {
        return "<text class=\"t\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>"
                .formatted(x, y, anchor, Html.text(text));
    }

    /// Where a value lies between two places.
    private static double at(double value, Summary scale, double from, double to) {
        double width = scale.max() - scale.min();
        return from + (to - from) * (width > 0 ? (value - scale.min()) / width : .5);
    }

    /// "0.42", "122", "4.5k", "1.2M".
    static String brief(double value) {
        double size = Math.abs(value);
        if (size >= 1e6) {
            return String.format(Locale.ROOT, "%.1fM", value / 1e6);
        }
        if (size >= 1e4) {
            return String.format(Locale.ROOT, "%.0fk", value / 1e3);
        }
        return size >= 10 || value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace("-0.00", "0.00");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
