package segue.engine.names;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names as people type them: lower case words without accents and punctuation.
public final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern INNER = Pattern.compile("(?<=\\p{L})['’](?=\\p{L})");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folding() {}

    /// "Sigur Rós – Ágætis byrjun" is "sigur ros agaetis byrjun"; the bare text where nothing would
    /// remain ("!!!").
    public static String fold(String text) {
        if (plain(text)) {
            return text.strip();
        }
        String lower =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            switch (c) {
                case 'ø' -> letters.append('o');
                case 'ł' -> letters.append('l');
                case 'đ', 'ð' -> letters.append('d');
                case 'ı' -> letters.append('i');
                case 'þ' -> letters.append("th");
                case 'ß' -> letters.append("ss");
                case 'æ' -> letters.append("ae");
                case 'œ' -> letters.append("oe");
                default -> letters.append(c);
            }
        }
        String words =
                NO_WORD.matcher(INNER.matcher(letters).replaceAll("")).replaceAll(" ").strip();
        return words.isEmpty() ? text.strip().toLowerCase(Locale.ROOT) : words;
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// The words of [#fold], in order; none for blank text.
    public static List<String> words(String text) {
        String folded = fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split("\\s+"));
    }
}
