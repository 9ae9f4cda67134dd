package segue.engine.recommend;

import java.util.List;

/// One line of a list of recommendations.
///
/// @param rank from 1
/// @param id the outside identity
/// @param kind "artist" or "track"
/// @param name of the artist, or the title of the track
/// @param artist of a track; empty for an artist
/// @param score 0..1; 1 is as strong as the strongest item of the whole catalogue for this taste
/// @param rawScore the number that the item was ranked by
/// @param reasons what carried it, strongest first; empty where there is nothing honest to say
/// @param traits what is known of it as music
/// @param playable whether a file of the track, or of one of the artist's, is in the library
public record RankedItem(
        int rank,
        String id,
        String kind,
        String name,
        String artist,
        double score,
        double rawScore,
        List<Because> reasons,
        Sound traits,
        boolean playable) {

    public RankedItem {
        reasons = List.copyOf(reasons);
    }

    /// "Björk - Army of Me", or the artist.
    public String label() {
        return artist.isEmpty() ? name : artist + " - " + name;
    }

    /// The reasons in one sentence.
    public String why() {
        return Because.sentence(reasons);
    }

    /// What is known of an item as music; NaN, 0 and empty where it is not known.
    ///
    /// @param bpm beats a minute
    /// @param camelot the key as DJs write it
    /// @param energy 1..10
    public record Sound(
            double bpm,
            String camelot,
            double energy,
            int year,
            List<String> genres,
            double durationSeconds) {

        /// Nothing is known.
        public static final Sound UNKNOWN =
                new Sound(Double.NaN, "", Double.NaN, 0, List.of(), Double.NaN);

        public Sound {
            genres = List.copyOf(genres);
        }
    }
}
