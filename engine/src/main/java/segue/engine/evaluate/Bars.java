package segue.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import segue.engine.page.Html;

/// Bars beside names, with intervals and marks, as plain HTML: they bend to any width, and text
/// keeps its size.
final class Bars {

    /// One bar.
    ///
    /// @param kind "best", "near" (within noise of the best), "part" or ""
    /// @param low the lower end of the interval, NaN without one
    /// @param high the upper end
    /// @param mark a figure to compare with, NaN without one
    record Bar(String name, String kind, double value, double low, double high, double mark) {

        static Bar plain(String name, String kind, double value) {
            return new Bar(name, kind, value, Double.NaN, Double.NaN, Double.NaN);
        }
    }

    /// What stands under one another: a bar, or a name alone above the bars that belong to it.
    private sealed interface Row {
        record Heading(String name, String kind) implements Row {}

        record Line(Bar bar) implements Row {}
    }

    private final List<Bar> bars = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    Bars add(Bar bar) {
        bars.add(bar);
        rows.add(new Row.Line(bar));
        return this;
    }

    Bars heading(String name, String kind) {
        rows.add(new Row.Heading(name, kind));
        return this;
    }

    /// All bars on one scale from 0.
    String html() {
        double top =
                bars.stream()
                        .flatMap(b -> List.of(b.value(), b.high(), b.mark()).stream())
                        .filter(v -> !Double.isNaN(v))
                        .max(Double::compare)
                        .orElse(1.0);
        double scale = top > 0 ? 1 / top : 1;
        StringBuilder html = new StringBuilder("<div class=\"bars\">\n");
        for (Row row : rows) {
            html.append(
                    switch (row) {
                        case Row.Line(Bar bar) -> html(bar, scale);
                        case Row.Heading(String name, String kind) ->
                                "<h3 class=\"%s\">%s</h3>\n".formatted(kind, Html.text(name));
                    });
        }
        return html.append("</div>").toString();
    }

    private static String html(Bar bar, double scale) {
        StringBuilder track = new StringBuilder();
        track.append("<i class=\"fill\" style=\"width:%s\"></i>".formatted(at(bar.value(), scale)));
        String told = Html.number(bar.value());
        if (!Double.isNaN(bar.low())) {
            track.append(
                    "<i class=\"whisker\" style=\"left:%s;width:%s\"></i>"
                            .formatted(at(bar.low(), scale), at(bar.high() - bar.low(), scale)));
            told +=
                    " (95 %% between %s and %s)"
                            .formatted(Html.number(bar.low()), Html.number(bar.high()));
        }
        if (!Double.isNaN(bar.mark())) {
            track.append(
                    "<i class=\"mark\" style=\"left:%s\"></i>".formatted(at(bar.mark(), scale)));
            told += ", published " + Html.number(bar.mark());
        }
        return """
        <div class="bar %s" title="%s: %s"><span class="name">%s</span><span class="track">%s</span>\
        <span class="value">%s</span></div>
        """
                .formatted(
                        bar.kind(),
                        Html.text(bar.name()),
                        told,
                        Html.text(bar.name()),
                        track,
                        Html.number(bar.value()));
    }

    private static String at(double value, double scale) {
        return Html.percent(Double.isNaN(value) ? 0 : value * scale);
    }
}
