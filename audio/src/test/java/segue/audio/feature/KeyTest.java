package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTest {

    /// The wheel as printed; Open Key numbers begin at C major.
    @ParameterizedTest
    @CsvSource({
        "G#m,1A,6m", "B,1B,6d", "D#m,2A,7m", "F#,2B,7d", "A#m,3A,8m", "C#,3B,8d",
        "Fm,4A,9m", "G#,4B,9d", "Cm,5A,10m", "D#,5B,10d", "Gm,6A,11m", "A#,6B,11d",
        "Dm,7A,12m", "F,7B,12d", "Am,8A,1m", "C,8B,1d", "Em,9A,2m", "G,9B,2d",
        "Bm,10A,3m", "D,10B,3d", "F#m,11A,4m", "A,11B,4d", "C#m,12A,5m", "E,12B,5d"
    })
    void standsWhereTheWheelHasIt(String name, String camelot, String openKey) {
        Key key = byName(name);
        assertThat(key.camelot()).isEqualTo(camelot);
        assertThat(key.openKey()).isEqualTo(openKey);
    }

    @Test
    void refusesAThirteenthTonic() {
        assertThatThrownBy(() -> new Key(12, false)).hasMessageContaining("12");
    }

    private static Key byName(String name) {
        for (int index = 0; index < 24; index++) {
            Key key = new Key(index % 12, index >= 12);
            if (key.name().equals(name)) return key;
        }
        throw new AssertionError("no key is called " + name);
    }
}
