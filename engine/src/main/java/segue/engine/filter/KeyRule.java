package segue.engine.filter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import segue.audio.feature.Key;

/// Which keys fit: the seed's own, those that mix with it on Camelot's wheel, or a named one.
public sealed interface KeyRule {

    /// The seed's key.
    record Same() implements KeyRule {}

    /// The seed's key, a fifth up or down, and the relative major or minor.
    record Compatible() implements KeyRule {}

    /// This key.
    record Exactly(Key key) implements KeyRule {}

    /// `same`, `compatible`, or a key as DJs (`8A`), Traktor (`1m`) or musicians (`Am`, `C#`, `Bb`)
    /// write it.
    ///
    /// @throws IllegalArgumentException if it is none of these
    @JsonCreator
    static KeyRule parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "same" -> new Same();
            case "compatible" -> new Compatible();
            default ->
                    new Exactly(
                            key(text.strip())
                                    .orElseThrow(
                                            () ->
                                                    new IllegalArgumentException(
                                                            "--key must be same, compatible or a key such as 8A or Am, is '%s'"
                                                                    .formatted(text))));
        };
    }

    /// What [#parse] reads.
    @JsonValue
    default String text() {
        return switch (this) {
            case Same _ -> "same";
            case Compatible _ -> "compatible";
            case Exactly(Key key) -> key.camelot();
        };
    }

    /// A key in any of the three notations.
    static Optional<Key> key(String text) {
        String letter = text.substring(0, Math.min(1, text.length())).toUpperCase(Locale.ROOT);
        String musical = letter + text.substring(letter.length());
        for (Map.Entry<String, String> flat : FLATS.entrySet()) {
            if (musical.startsWith(flat.getKey())) {
                musical = flat.getValue() + musical.substring(2);
            }
        }
        for (Key key : ALL) {
            if (key.name().equals(musical)
                    || key.camelot().equalsIgnoreCase(text)
                    || key.openKey().equalsIgnoreCase(text)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    Map<String, String> FLATS =
            Map.of(
                    "Db", "C#", "Eb", "D#", "Gb", "F#", "Ab", "G#", "Bb", "A#", "Cb", "B", "Fb",
                    "E");

    List<Key> ALL = all();

    private static List<Key> all() {
        List<Key> keys = new ArrayList<>();
        for (int tonic = 0; tonic < 12; tonic++) {
            keys.add(new Key(tonic, false));
            keys.add(new Key(tonic, true));
        }
        return List.copyOf(keys);
    }

    default boolean isRelative() {
        return !(this instanceof Exactly);
    }

    /// @param seed the seed's key; of no matter where the rule is not relative
    default boolean fits(Key key, Optional<Key> seed) {
        return switch (this) {
            case Same _ -> seed.filter(key::equals).isPresent();
            case Compatible _ -> seed.filter(other -> mix(key, other)).isPresent();
            case Exactly(Key wanted) -> key.equals(wanted);
        };
    }

    /// Whether two keys mix: the same, neighbours on the wheel, or relatives.
    static boolean mix(Key one, Key other) {
        int oneMajor = one.minor() ? one.tonic() + 3 : one.tonic();
        int otherMajor = other.minor() ? other.tonic() + 3 : other.tonic();
        int semitones = Math.floorMod(oneMajor - otherMajor, 12);
        boolean fifth = semitones == 5 || semitones == 7;
        return semitones == 0 || (fifth && one.minor() == other.minor());
    }
}
