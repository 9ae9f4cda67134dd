package segue.engine.demo;

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
}
