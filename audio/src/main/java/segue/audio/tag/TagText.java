package segue.audio.tag;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values of tags as found in the wild, made fit for use.
final class TagText {

    private static final int LONGEST = 500;
    private static final int MOST_VALUES = 50;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern SEPARATOR = Pattern.compile("\\u0000|;");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cntrl}\\p{Cn}\\uFEFF\\uFFFD]+");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)([12]\\d{3})(?!\\d)");
    private static final Pattern WHOLE = Pattern.compile("^\\s*(\\d{1,4})");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,6}(?:[.,]\\d{1,9})?");

    private TagText() {}

    /// One value: mended, without control characters, cut to what a name can be; empty if
    /// nothing is left.
    static Optional<String> clean(String value) {
        String text = value.length() > 4 * LONGEST ? value.substring(0, 4 * LONGEST) : value;
        text = UNPRINTABLE.matcher(mend(text)).replaceAll(" ").strip();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            text = text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /// All values in `raw`, which may itself hold several; each once.
    static List<String> split(List<String> raw) {
        SequencedSet<String> values = new LinkedHashSet<>();
        for (String value : raw) {
            String text = value.length() > 4 * LONGEST ? value.substring(0, 4 * LONGEST) : value;
            SEPARATOR.splitAsStream(text).forEach(part -> clean(part).ifPresent(values::add));
        }
        return values.stream().limit(MOST_VALUES).toList();
    }

    /// Undoes the one mistake that is certain: UTF-8 that was read as Windows-1252 or Latin-1
    /// (`BeyoncÃ©`). Text that was really meant so is never valid UTF-8 by accident.
    static String mend(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        return meant(text, WINDOWS).or(() -> meant(text, StandardCharsets.ISO_8859_1)).orElse(text);
    }

    /// The UTF-8 text that would look like this if read as `misread`, if there is one.
    private static Optional<String> meant(String text, Charset misread) {
        try {
            ByteBuffer bytes = misread.newEncoder().encode(CharBuffer.wrap(text));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static OptionalInt year(String text) {
        Matcher matcher = YEAR.matcher(text);
        return matcher.find()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    /// `3`, `03`, `3/12`.
    static OptionalInt position(String text) {
        Matcher matcher = WHOLE.matcher(text);
        if (!matcher.find()) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /// The first number in a text, if it lies in a range.
    static OptionalDouble number(String text, double least, double most) {
        Matcher matcher = DECIMAL.matcher(text);
        if (!matcher.find()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(matcher.group().replace(',', '.'));
        return number >= least && number <= most
                ? OptionalDouble.of(number)
                : OptionalDouble.empty();
    }
}
