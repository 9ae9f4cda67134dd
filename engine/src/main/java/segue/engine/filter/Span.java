package segue.engine.filter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A range of numbers, both ends included: `6..8`, `6-8`, `6..`, `..8`, `7`.
public record Span(double low, double high) {

    static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final Pattern ONE = Pattern.compile(NUMBER);
    private static final Pattern RANGE =
            Pattern.compile(NUMBER + "?\\s*(?:\\.\\.|-|–)\\s*" + NUMBER + "?");

    public Span {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a range goes from the lower to the higher number, is %s..%s",
                            low,
                            high));
        }
    }

    /// @param low empty: any below `high`
    /// @param high empty: any above `low`
    @JsonCreator
    static Span of(
            @JsonProperty("low") Optional<Double> low,
            @JsonProperty("high") Optional<Double> high) {
        return new Span(
                low.orElse(Double.NEGATIVE_INFINITY), high.orElse(Double.POSITIVE_INFINITY));
    }

    /// What [#parse] reads: "6..8", "6..".
    String text() {
        return number(low) + ".." + number(high);
    }

    /// "6", "6.5"; empty for infinity.
    static String number(double value) {
        if (Double.isInfinite(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /// @param what the name of the option, for the message
    /// @throws IllegalArgumentException if it is no range
    public static Span parse(String what, String text) {
        String bare = text.strip();
        Matcher one = ONE.matcher(bare);
        if (one.matches()) {
            double number = Double.parseDouble(bare);
            return new Span(number, number);
        }
        Matcher range = RANGE.matcher(bare);
        if (!range.matches() || (range.group(1) == null && range.group(2) == null)) {
            throw new IllegalArgumentException(
                    "%s must be a number or a range such as 6..8, is '%s'".formatted(what, text));
        }
        return new Span(
                range.group(1) == null
                        ? Double.NEGATIVE_INFINITY
                        : Double.parseDouble(range.group(1)),
                range.group(2) == null
                        ? Double.POSITIVE_INFINITY
                        : Double.parseDouble(range.group(2)));
    }

    public boolean holds(double number) {
        return number >= low && number <= high;
    }
}
