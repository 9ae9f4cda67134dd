package segue.engine.recommend;

import java.util.List;

/// One line of a list of recommendations.
///
/// @param rank from 1
/// @param id the outside identity
/// @param name what people call it; a track with its artist
/// @param score 0..1; 1 is as strong as the strongest item of the whole catalogue for this taste
/// @param rawScore the model's own number
/// @param reasons what carried it, strongest first; empty where there is nothing honest to say
public record RankedItem(
        int rank, String id, String name, double score, double rawScore, List<Because> reasons) {

    public RankedItem {
        reasons = List.copyOf(reasons);
    }

    /// One reason.
    ///
    /// @param kind what ties the two together: "played" or "liked"
    /// @param name the item of the listener's own
    /// @param weight its share in the score, 0..1
    public record Because(String kind, String name, double weight) {}
}
