package segue.engine.recommend;

import java.util.List;

/// A list of music for someone, or like something.
///
/// @param model the name of the model that was asked
/// @param subject whom or what the list is for, as it was understood: "50", "Radiohead, Björk"
/// @param items best first
/// @param notes what people should know about this list: a name that was guessed, a vector that was
///   folded in
public record Recommendation(
        String model, String subject, List<RankedItem> items, List<String> notes) {

    public Recommendation {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }
}
