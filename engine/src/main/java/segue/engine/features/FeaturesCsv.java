package segue.engine.features;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import segue.core.math.Summary;
import tools.jackson.dataformat.csv.CsvMapper;

/// Figures as CSV, one a line: `feature,figure,of,value`. `of` is the other feature of a
/// correlation, or a year.
public final class FeaturesCsv {

    private static final CsvMapper MAPPER = new CsvMapper();

    private FeaturesCsv() {}

    /// One line.
    @JsonPropertyOrder({"feature", "figure", "of", "value"})
    record Line(String feature, String figure, String of, double value) {}

    /// With a header and a line break at the end.
    public static String of(FeatureFigures figures) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < figures.features().size(); i++) {
            FeatureFigures.Column column = figures.features().get(i);
            String name = column.feature();
            lines.add(new Line(name, "count", "", (double) column.summary().count()));
            lines.add(new Line(name, "missing", "", (double) column.summary().missing()));
            summary(name, "", column.summary(), lines);
            for (int j = 0; j < figures.features().size(); j++) {
                lines.add(
                        new Line(
                                name,
                                "correlation",
                                figures.features().get(j).feature(),
                                figures.correlations().get(i).get(j)));
            }
            for (FeatureFigures.Year year : figures.years()) {
                Summary summary = year.features().get(i);
                lines.add(new Line(name, "count", "" + year.year(), (double) summary.count()));
                lines.add(new Line(name, "mean", "" + year.year(), summary.mean()));
                lines.add(new Line(name, "deviation", "" + year.year(), summary.deviation()));
            }
        }
        return MAPPER.writer(MAPPER.schemaFor(Line.class).withHeader()).writeValueAsString(lines);
    }

    private static void summary(String name, String of, Summary summary, List<Line> lines) {
        lines.add(new Line(name, "mean", of, summary.mean()));
        lines.add(new Line(name, "deviation", of, summary.deviation()));
        lines.add(new Line(name, "min", of, summary.min()));
        lines.add(new Line(name, "lower-quartile", of, summary.lowerQuartile()));
        lines.add(new Line(name, "median", of, summary.median()));
        lines.add(new Line(name, "upper-quartile", of, summary.upperQuartile()));
        lines.add(new Line(name, "max", of, summary.max()));
    }
}
