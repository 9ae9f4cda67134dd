package segue.engine.similar;

import segue.engine.recommend.Recommendation;
import segue.engine.sound.AlikeList;

/// What is like something, and by what it was found.
public sealed interface SimilarAnswer {

    /// By what likeness was told, for people: "By plays: 41 have it."
    String way();

    /// The same people play it.
    record ByPlays(String way, Recommendation list) implements SimilarAnswer {}

    /// It sounds alike.
    record BySound(String way, AlikeList list) implements SimilarAnswer {}

    /// Both; a distance is then 1 less the share of the best possible rank, by plays and sound.
    record ByBoth(String way, AlikeList list) implements SimilarAnswer {}
}
