package segue.cli;

import java.util.List;
import java.util.stream.Collectors;

/// Bars of blocks, an eighth of a character fine.
final class Bars {

    private static final int WIDTH = 30;
    private static final String HIGH = " ▁▂▃▄▅▆▇█";
    private static final String LONG = " ▏▎▍▌▋▊▉";

    private final Terminal terminal;

    Bars(Terminal terminal) {
        this.terminal = terminal;
    }

    /// One column for each value, side by side; what is above 0 is seen.
    String row(List<Double> values) {
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return values.stream()
                .map(value -> String.valueOf(HIGH.charAt(height(value, most))))
                .collect(Collectors.joining());
    }

    private static int height(double value, double most) {
        return value <= 0 ? 0 : Math.max(1, (int) Math.round(8 * value / most));
    }

    /// One bar from left to right.
    String bar(double value, double most) {
        int eighths = value <= 0 ? 0 : Math.max(1, (int) Math.round(8 * WIDTH * value / most));
        String bar =
                "█".repeat(eighths / 8)
                        + (eighths % 8 == 0 ? "" : LONG.substring(eighths % 8, eighths % 8 + 1));
        return terminal.dim(bar);
    }
}
