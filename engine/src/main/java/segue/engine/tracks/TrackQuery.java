package segue.engine.tracks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segue.audio.feature.Key;
import segue.engine.filter.BpmRule;
import segue.engine.filter.KeyRule;
import segue.engine.filter.Span;
import segue.engine.names.Folding;
import segue.library.Feature;

/// A question to the table of music as DJs ask it: `bpm:120-126 key:8A genre:house -live "free
/// words"`. All conditions must hold; `-` before one turns it around; a comma means "or". Without a
/// field a word is looked for in title, artist and album. `key:~8A` is every key that mixes with
/// it; a range of tempos also fits at half and double. Numbers are ranges: `7`, `6-8`, `6..8`,
/// `>=7`, `<100`.
public final class TrackQuery {

    /// What can be asked for.
    public static final List<String> FIELDS =
            List.of(
                    "bpm",
                    "key",
                    "genre",
                    "artist",
                    "title",
                    "album",
                    "year",
                    "energy",
                    "length",
                    "plays",
                    "file",
                    "danceability",
                    "valence",
                    "acousticness",
                    "instrumentalness",
                    "speechiness",
                    "liveness",
                    "loudness",
                    "popularity");

    private static final Pattern TERM =
            Pattern.compile("(-|~)?(?:([\\p{L}_]+):)?(\"[^\"]*\"?|\\S+)");
    private static final Pattern LEAST = Pattern.compile("(>=|>|<=|<)?\\s*(-?[\\d.:]+)\\s*(\\+)?");
    private static final Pattern CLOCK = Pattern.compile("(\\d+):(\\d\\d)");

    private final List<Term> terms;

    private TrackQuery(List<Term> terms) {
        this.terms = terms;
    }

    /// One condition, which waits for a table.
    private interface Condition {
        IntPredicate on(TrackTable table);
    }

    private record Term(boolean not, Condition condition) {}

    /// @throws IllegalArgumentException for a field or a value that makes no sense
    public static TrackQuery parse(String text) {
        List<Term> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(text.strip());
        while (matcher.find()) {
            String sign = Optional.ofNullable(matcher.group(1)).orElse("");
            String field = Optional.ofNullable(matcher.group(2)).orElse("");
            String value = matcher.group(3).replace("\"", "").strip();
            if (!value.isEmpty()) {
                terms.add(
                        new Term(
                                sign.equals("-"),
                                condition(
                                        field.toLowerCase(Locale.ROOT),
                                        sign.equals("~") ? "~" + value : value)));
            }
        }
        return new TrackQuery(List.copyOf(terms));
    }

    private static Condition condition(String field, String value) {
        return switch (field) {
            case "" -> words(value);
            case "bpm", "tempo" -> bpm(value);
            case "key" -> key(value);
            case "genre", "style" -> genre(value);
            case "artist" -> table -> within(table.artists(), value, table::artistNumber);
            case "album" -> table -> within(table.albums(), value, table::albumNumber);
            case "title" -> title(value);
            case "year" -> number(field, value, table -> table::year);
            case "energy" -> number(field, value, table -> table::energy);
            case "plays" -> number(field, value, table -> table::plays);
            case "length", "duration" ->
                    number(
                            field,
                            value,
                            table -> row -> table.feature(row, Feature.DURATION_MS) / 1000);
            case "file" -> {
                boolean wanted = !value.equalsIgnoreCase("no");
                yield table -> row -> table.playable(row) == wanted;
            }
            default -> {
                Feature feature =
                        Feature.of(field)
                                .filter(f -> FIELDS.contains(f.column()))
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "'%s' is nothing to ask for; there are: %s"
                                                                .formatted(
                                                                        field,
                                                                        String.join(
                                                                                ", ", FIELDS))));
                yield number(field, value, table -> row -> table.feature(row, feature));
            }
        };
    }

    private static Condition words(String value) {
        String wanted = Folding.fold(value);
        return table ->
                row -> {
                    String text = table.folded(row);
                    int at = text.indexOf(wanted);
                    while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
                        at = text.indexOf(wanted, at + 1);
                    }
                    return at >= 0;
                };
    }

    private static Condition title(String value) {
        List<String> wanted = alternatives(value);
        return table ->
                row -> {
                    String text = table.folded(row);
                    String title = " " + text.substring(0, text.indexOf('|'));
                    return wanted.stream().anyMatch(words -> title.contains(" " + words));
                };
    }

    private static Condition genre(String value) {
        List<String> wanted = alternatives(value);
        return table -> {
            boolean[] fits =
                    table.genreSets()
                            .fitting(
                                    set ->
                                            Arrays.stream(set.split("\\|", -1))
                                                    .map(g -> " " + Folding.fold(g) + " ")
                                                    .anyMatch(
                                                            g ->
                                                                    wanted.stream()
                                                                            .anyMatch(
                                                                                    w ->
                                                                                            g
                                                                                                    .contains(
                                                                                                            " "
                                                                                                                    + w
                                                                                                                    + " "))));
            return row -> fits[table.genreNumber(row)];
        };
    }

    private interface Place {
        int of(int row);
    }

    private static IntPredicate within(Dictionary texts, String value, Place number) {
        List<String> wanted = alternatives(value);
        boolean[] fits =
                texts.fitting(
                        text -> {
                            String folded = " " + Folding.fold(text);
                            return !text.isEmpty()
                                    && wanted.stream().anyMatch(w -> folded.contains(" " + w));
                        });
        return row -> fits[number.of(row)];
    }

    private static List<String> alternatives(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(Folding::fold)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Condition bpm(String value) {
        if (value.startsWith(">") || value.startsWith("<") || value.endsWith("+")) {
            // Without an end, half and double would let everything through.
            Span open = span("bpm", value);
            return table -> row -> open.holds(table.feature(row, Feature.TEMPO));
        }
        BpmRule rule = tempi(value);
        return table -> row -> rule.fits(table.feature(row, Feature.TEMPO), Double.NaN);
    }

    private static BpmRule tempi(String value) {
        try {
            BpmRule rule = BpmRule.parse(value);
            if (!rule.isRelative()) {
                return rule;
            }
        } catch (IllegalArgumentException _) {
            // What the rule says is about an option of the command line.
        }
        throw new IllegalArgumentException(
                "bpm: takes a range such as bpm:120-126, is '%s'".formatted(value));
    }

    private static Condition key(String value) {
        List<Key> wanted = new ArrayList<>();
        for (String one : value.split(",", -1)) {
            String bare = one.startsWith("~") ? one.substring(1) : one;
            Key key =
                    KeyRule.key(bare.strip())
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "key: takes a key such as 8A or Am, is '%s'"
                                                            .formatted(bare)));
            wanted.add(key);
            if (value.startsWith("~")) {
                KeyRule.ALL.stream().filter(k -> KeyRule.mix(k, key)).forEach(wanted::add);
            }
        }
        return table -> row -> table.key(row).filter(wanted::contains).isPresent();
    }

    private interface Numbers {
        ToDoubleFunction<Integer> of(TrackTable table);
    }

    private static Condition number(String field, String value, Numbers numbers) {
        Span span = span(field, value);
        boolean zeroIsUnknown = field.equals("year");
        return table -> {
            ToDoubleFunction<Integer> of = numbers.of(table);
            return row -> {
                double number = of.applyAsDouble(row);
                return !(zeroIsUnknown && number == 0) && span.holds(number);
            };
        };
    }

    /// `7`, `6-8`, `>=7`, `<100`, `7+`; times as `3:30`.
    private static Span span(String field, String value) {
        String seconds =
                CLOCK.matcher(value)
                        .replaceAll(
                                m ->
                                        String.valueOf(
                                                Integer.parseInt(m.group(1)) * 60
                                                        + Integer.parseInt(m.group(2))));
        Matcher least = LEAST.matcher(seconds);
        if (least.matches() && (least.group(1) != null || least.group(3) != null)) {
            try {
                double number = Double.parseDouble(least.group(2));
                String sign = Optional.ofNullable(least.group(1)).orElse(">=");
                return switch (sign) {
                    case ">" -> new Span(Math.nextUp((float) number), Double.POSITIVE_INFINITY);
                    case "<" -> new Span(Double.NEGATIVE_INFINITY, Math.nextDown((float) number));
                    case "<=" -> new Span(Double.NEGATIVE_INFINITY, number);
                    default -> new Span(number, Double.POSITIVE_INFINITY);
                };
            } catch (NumberFormatException _) {
                return Span.parse(field + ":", seconds);
            }
        }
        return Span.parse(field + ":", seconds);
    }

    /// Whether a row of the table fits.
    IntPredicate on(TrackTable table) {
        IntPredicate all = _ -> true;
        for (Term term : terms) {
            IntPredicate one = term.condition().on(table);
            all = all.and(term.not() ? one.negate() : one);
        }
        return all;
    }
}
