package segue.engine.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SongNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Radiohead | Creep | Radiohead | Creep - Remastered 2009",
                "Radiohead | Creep | RADIOHEAD | Creep (Live at Glastonbury)",
                "Radiohead | Creep | Radiohead feat. Nobody | Creep [Radio Edit]",
                "Björk | Jóga | Bjork | Joga - 2015 Remaster",
                "Daft Punk | One More Time | Daft Punk | One More Time (Short Radio Edit)",
                "Moby | Porcelain | Moby | Porcelain (feat. Somebody)",
            })
    void versionsOfASongAreOneSong(String artist, String title, String other, String version) {
        assertThat(SongName.of(artist, title)).isEqualTo(SongName.of(other, version));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oasis | Live Forever | Oasis | Forever",
                "Low | Lazy | Low | Lullaby",
                "Low | Lazy | Codeine | Lazy",
                "Wings | Live and Let Die | Wings | Die",
                "Prince | Kiss (Part 1) | Prince | Kiss (Part 2)",
                "宇多田ヒカル | 光 | 宇多田ヒカル | 誰かの願いが叶うころ",
            })
    void otherSongsAreOthers(String artist, String title, String other, String song) {
        assertThat(SongName.of(artist, title)).isNotEqualTo(SongName.of(other, song));
    }
}
