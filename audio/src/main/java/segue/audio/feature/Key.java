package segue.audio.feature;

/// A major or minor key. Immutable.
///
/// @param tonic pitch class: 0 = C … 11 = B
/// @param minor minor, else major
public record Key(int tonic, boolean minor) {

    private static final String[] NAMES = {
        "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"
    };

    public Key {
        if (tonic < 0 || tonic > 11) {
            throw new IllegalArgumentException("tonic must be 0..11, is " + tonic);
        }
    }

    /// As musicians write it: `C`, `F#`, `Am`, `C#m`.
    public String name() {
        return NAMES[tonic] + (minor ? "m" : "");
    }

    /// As DJs write it (Mixed In Key's wheel): `8B` for C major, `8A` for A minor.
    public String camelot() {
        return number() + (minor ? "A" : "B");
    }

    /// As Traktor writes it: `1d` for C major, `1m` for A minor.
    public String openKey() {
        return (number() + 4) % 12 + 1 + (minor ? "m" : "d");
    }

    /// The place on Camelot's wheel, 1..12; a fifth up is one further.
    private int number() {
        int major = minor ? tonic + 3 : tonic;
        return (7 * major + 7) % 12 + 1;
    }
}
