package segue.engine.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.csv.CsvMapper;

/// An evaluation as CSV, one figure a line: `algorithm,metric,value,low,high`. Times stand among
/// the metrics.
public final class EvaluationCsv {

    private static final CsvMapper MAPPER = new CsvMapper();

    private EvaluationCsv() {}

    /// One line.
    @JsonPropertyOrder({"algorithm", "metric", "value", "low", "high"})
    record Line(
            String algorithm,
            String metric,
            double value,
            @Nullable Double low,
            @Nullable Double high) {}

    /// With a header and a line break at the end.
    public static String of(EvaluationTable table) {
        List<Line> lines = new ArrayList<>();
        for (EvaluationResult result : table.results()) {
            result.metrics()
                    .forEach(
                            (metric, value) -> {
                                List<Double> ends = result.intervals().get(metric);
                                lines.add(
                                        new Line(
                                                result.label(),
                                                metric,
                                                value,
                                                ends == null ? null : ends.getFirst(),
                                                ends == null ? null : ends.getLast()));
                            });
            lines.add(seconds(result, "train-seconds", result.trainSeconds()));
            lines.add(seconds(result, "rank-seconds", result.rankSeconds()));
        }
        return MAPPER.writer(MAPPER.schemaFor(Line.class).withHeader()).writeValueAsString(lines);
    }

    private static Line seconds(EvaluationResult result, String name, double seconds) {
        return new Line(result.label(), name, seconds, null, null);
    }
}
