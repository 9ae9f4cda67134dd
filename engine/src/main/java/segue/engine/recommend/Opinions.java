package segue.engine.recommend;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import segue.library.Kind;
import segue.library.Library;

/// What listeners said of the items of a model.
///
/// @param model whose items
/// @param bans listener → ids of items never to show them; there is nobody who said nothing
record Opinions(OpenModel model, Map<String, Set<String>> bans) {

    /// Playlists say nothing.
    static Opinions of(Library library, OpenModel model) {
        return new Opinions(
                model,
                model.subject() == Kind.LISTENER
                        ? library.bans(model.about().selection().items())
                        : Map.of());
    }

    /// The items never to show someone.
    BitSet banned(String listener) {
        BitSet banned = new BitSet();
        for (String id : bans.getOrDefault(listener, Set.of())) {
            model.trained().items().row(id).ifPresent(banned::set);
        }
        return banned;
    }
}
