package segue.engine.filter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which tempos fit: a range, or a distance from the seed's. Half and double count as the same.
public sealed interface BpmRule {

    /// `122..128`.
    record Within(Span span) implements BpmRule {}

    /// `±3`: that many BPM from the seed.
    record Near(double bpm) implements BpmRule {}

    /// `±6%` of the seed's tempo: what a pitch fader can bridge.
    record NearPercent(double percent) implements BpmRule {}

    /// A number alone is meant as people say it: 124 is anything that is shown as 124.
    double ROUNDING = .5;

    /// @throws IllegalArgumentException if it is none of these
    @JsonCreator
    static BpmRule parse(String text) {
        Matcher near = Patterns.NEAR.matcher(text.strip());
        if (near.matches()) {
            double by = Double.parseDouble(near.group(1));
            return near.group(2).isEmpty() ? new Near(by) : new NearPercent(by);
        }
        try {
            Span span = Span.parse("--bpm", text);
            return new Within(
                    span.low() == span.high()
                            ? new Span(span.low() - ROUNDING, span.high() + ROUNDING)
                            : span);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--bpm must be a range such as 122..128, or a distance such as ±3 or ±6%%, is '%s'"
                            .formatted(text),
                    e);
        }
    }

    /// What [#parse] reads.
    @JsonValue
    default String text() {
        return switch (this) {
            case Within(Span span) -> span.text();
            case Near(double by) -> "±" + Span.number(by);
            case NearPercent(double by) -> "±" + Span.number(by) + "%";
        };
    }

    /// Whether the rule asks for the seed's tempo.
    default boolean isRelative() {
        return !(this instanceof Within);
    }

    /// @param seed the seed's tempo; of no matter where the rule is not relative
    default boolean fits(double bpm, double seed) {
        Span span =
                switch (this) {
                    case Within(Span within) -> within;
                    case Near(double by) -> new Span(seed - by, seed + by);
                    case NearPercent(double by) ->
                            new Span(seed * (1 - by / 100), seed * (1 + by / 100));
                };
        return span.holds(bpm) || span.holds(2 * bpm) || span.holds(bpm / 2);
    }

    /// How distances are written.
    final class Patterns {
        private static final Pattern NEAR =
                Pattern.compile("(?:±|\\+/?-)\\s*" + Span.NUMBER + "\\s*(%?)");

        private Patterns() {}
    }
}
