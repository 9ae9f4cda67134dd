package segue.core.tune;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The values that one setting may take: a list, or a range of numbers.
public sealed interface Choice {

    /// A value drawn evenly.
    String draw(SplittableRandom random);

    /// Other values to try beside a value of this choice.
    List<String> near(String value);

    /// As one writes it: `64,128`, `0.1..100.0:log`.
    default String spelled() {
        return switch (this) {
            case Values(List<String> values) -> String.join(",", values);
            case Range(double from, double to, boolean log, boolean _, boolean auto) ->
                    (auto ? "auto," : "") + from + ".." + to + (log ? ":log" : "");
        };
    }

    /// These values and no others, as text.
    record Values(List<String> values) implements Choice {
        public Values {
            values = List.copyOf(values);
        }

        @Override
        public String draw(SplittableRandom random) {
            return values.get(random.nextInt(values.size()));
        }

        @Override
        public List<String> near(String value) {
            return values.stream().filter(other -> !other.equals(value)).toList();
        }
    }

    /// All numbers from `from` to `to`, both included.
    ///
    /// @param log whether values are spread evenly by their logarithm
    /// @param whole whether only whole numbers will do
    /// @param auto whether `auto`, the value that the algorithm sets by the data, is tried too
    record Range(double from, double to, boolean log, boolean whole, boolean auto)
            implements Choice {

        /// How a value is spelled that the algorithm sets by the data.
        static final String AUTO = "auto";

        /// How often a draw is `auto`, where that is tried.
        static final double AUTO_SHARE = .125;

        /// A step to a neighbour, as a share of the range.
        private static final double STEP = .04;

        /// Digits a value has: more would only make the tables wide.
        private static final MathContext DIGITS = new MathContext(3);

        @Override
        public String draw(SplittableRandom random) {
            return auto && random.nextDouble() < AUTO_SHARE ? AUTO : at(random.nextDouble());
        }

        @Override
        public List<String> near(String value) {
            double place = hasPlace(value) ? place(value) : .5;
            return Stream.concat(
                            DoubleStream.of(place - STEP, place + STEP)
                                    .mapToObj(there -> at(Math.clamp(there, 0, 1))),
                            auto ? Stream.of(AUTO) : Stream.of())
                    .filter(there -> !there.equals(value))
                    .toList();
        }

        /// The value at a place in 0..1.
        String at(double place) {
            double value =
                    log
                            ? Math.exp(Math.log(from) + place * (Math.log(to) - Math.log(from)))
                            : from + place * (to - from);
            double within = Math.clamp(value, from, to);
            if (whole) {
                return Long.toString(Math.round(within));
            }
            double rounded = new BigDecimal(within).round(DIGITS).doubleValue();
            return Double.toString(Math.clamp(rounded, from, to));
        }

        /// Whether a value is a number of this range, not `auto` or nothing.
        static boolean hasPlace(String value) {
            return !value.isEmpty() && !value.equals(AUTO);
        }

        /// The place in 0..1 of a value that has one.
        double place(String text) {
            if (from == to) {
                return 0;
            }
            double value = Double.parseDouble(text);
            return log
                    ? (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))
                    : (value - from) / (to - from);
        }
    }

    /// Reads `32,64,128`, `.01..500`, `.01..500:log` or `auto,.01..500:log`.
    ///
    /// @param name the setting, for messages
    /// @param whole whether the setting is a whole number
    /// @throws IllegalArgumentException naming the setting, what was found, and how to write it
    static Choice parse(String name, String text, boolean whole) {
        boolean auto = text.startsWith(Range.AUTO + ",") && text.contains("..");
        return auto
                ? range(name, text.substring(Range.AUTO.length() + 1), whole, true)
                : text.contains("..") ? range(name, text, whole, false) : values(name, text);
    }

    private static Choice values(String name, String text) {
        List<String> values = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (values.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException(
                    "%s has an empty value in '%s'".formatted(name, text));
        }
        return new Values(values.stream().distinct().toList());
    }

    private static Choice range(String name, String text, boolean whole, boolean auto) {
        int dots = text.indexOf("..");
        String[] end = text.substring(dots + 2).split(":", 2);
        boolean log = end.length == 2 && end[1].strip().equals("log");
        if (end.length == 2 && !log) {
            throw unreadable(name, text);
        }
        double from = number(name, text, text.substring(0, dots), whole);
        double to = number(name, text, end[0], whole);
        if (!(from < to)) {
            throw new IllegalArgumentException(
                    "%s must go from the smaller to the larger number, found '%s'"
                            .formatted(name, text));
        }
        if (log && !(from > 0)) {
            throw new IllegalArgumentException(
                    "%s on a log scale must start above 0, found '%s'".formatted(name, text));
        }
        return new Range(from, to, log, whole, auto);
    }

    private static double number(String name, String text, String part, boolean whole) {
        try {
            double value = whole ? Long.parseLong(part.strip()) : Double.parseDouble(part.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException _) {
            // Said below, with the whole text.
        }
        throw unreadable(name, text);
    }

    private static IllegalArgumentException unreadable(String name, String text) {
        return new IllegalArgumentException(
                "%s takes values (1,2,3) or a range of numbers (1..500, .01..500:log or auto,.01..500:log), found '%s'"
                        .formatted(name, text));
    }
}
