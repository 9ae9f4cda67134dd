package segue.engine.demo;

import segue.audio.compose.Style;

/// The kinds of music in the simulated world, with how many artists each has and when people mostly
/// listen to it.
///
/// The word for people, the number of artists, and the hour of the day around which plays gather.
enum Genre {
    TECHNO("techno", 42, 23),
    INDIE_ROCK("indie rock", 46, 18),
    HIP_HOP("hip-hop", 40, 16),
    JAZZ("jazz", 28, 21),
    FOLK("folk", 30, 9),
    METAL("metal", 26, 15),
    AMBIENT("ambient", 20, 6),
    DISCO("disco", 18, 20);

    private final String word;
    private final int artists;
    private final int hour;

    Genre(String word, int artists, int hour) {
        this.word = word;
        this.artists = artists;
        this.hour = hour;
    }

    String word() {
        return word;
    }

    int artists() {
        return artists;
    }

    int hour() {
        return hour;
    }

    /// The style of its artist at a place, so that all of them are among the first.
    Style style(int place) {
        Style[] styles = styles();
        return styles[place % styles.length];
    }

    private Style[] styles() {
        return switch (this) {
            case TECHNO ->
                    new Style[] {Style.TECHNO, Style.HOUSE, Style.TRANCE, Style.DRUM_AND_BASS};
            case INDIE_ROCK -> new Style[] {Style.ROCK, Style.BALLAD};
            case HIP_HOP -> new Style[] {Style.HIP_HOP, Style.TRAP, Style.TRIP_HOP};
            case JAZZ -> new Style[] {Style.JAZZ, Style.BOSSA};
            case FOLK -> new Style[] {Style.FOLK, Style.WALTZ};
            case METAL -> new Style[] {Style.PUNK, Style.ROCK};
            case AMBIENT -> new Style[] {Style.AMBIENT};
            case DISCO -> new Style[] {Style.DISCO, Style.FUNK};
        };
    }
}
