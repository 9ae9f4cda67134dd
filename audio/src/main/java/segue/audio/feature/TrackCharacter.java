package segue.audio.feature;

/// What a track is like, in numbers that compare with the columns that Spotify used to publish.
/// They are estimates by formulas over measured features ([CharacterEstimator] says which), not
/// learned from listeners. Immutable.
///
/// @param energy 1..10: intensity and activity
/// @param danceability 0..1: steady, strong beat at a walking to dancing tempo
/// @param acousticness 0..1: acoustic instruments rather than electric and processed ones
/// @param instrumentalness 0..1: no voice
/// @param speechiness 0..1: spoken words
/// @param valence 0..1: cheerful rather than sad
public record TrackCharacter(
        double energy,
        double danceability,
        double acousticness,
        double instrumentalness,
        double speechiness,
        double valence) {

    public TrackCharacter {
        if (!(energy >= 1 && energy <= 10)) {
            throw new IllegalArgumentException("energy must be 1..10, is " + energy);
        }
        check("danceability", danceability);
        check("acousticness", acousticness);
        check("instrumentalness", instrumentalness);
        check("speechiness", speechiness);
        check("valence", valence);
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be 0..1, is " + value);
        }
    }
}
