package segue.engine.recommend;

import java.util.ArrayList;
import java.util.List;

/// One reason for an item.
///
/// @param kind what ties the two together: "played", "liked", "sound", "tag", "mood", "moment" …
/// @param text for people: "you play Radiohead", "sounds like Low - Lazy: 124 BPM, 8A, dark"
/// @param name what it is tied to: an item of the listener's own, a tag
/// @param weight its share in the score, 0..1
public record Because(String kind, String text, String name, double weight) {

    static Because played(String name, double weight) {
        return new Because("played", "you play " + name, name, weight);
    }

    static Because liked(String name, double weight) {
        return new Because("liked", "you like " + name, name, weight);
    }

    /// "because you play X and Y, sounds like Z: 124 BPM, 8A, dark".
    public static String sentence(List<Because> reasons) {
        List<String> parts = new ArrayList<>();
        for (String kind : List.of("played", "liked")) {
            List<String> names =
                    reasons.stream()
                            .filter(reason -> reason.kind().equals(kind))
                            .map(Because::name)
                            .toList();
            if (!names.isEmpty()) {
                parts.add(
                        "because you %s %s"
                                .formatted(kind.equals("played") ? "play" : "like", and(names)));
            }
        }
        reasons.stream()
                .filter(r -> !r.kind().equals("played") && !r.kind().equals("liked"))
                .map(Because::text)
                .forEach(parts::add);
        return String.join("; ", parts);
    }

    private static String and(List<String> names) {
        int last = names.size() - 1;
        return last == 0
                ? names.getFirst()
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
