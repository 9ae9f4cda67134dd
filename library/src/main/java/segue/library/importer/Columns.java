package segue.library.importer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import segue.core.run.SegueException;

/// From the names of columns to their roles.
final class Columns {

    private Columns() {}

    /// One expression for each role; where two columns claim one role, the one with the more usual
    /// name has it.
    static Map<Role, String> best(
            List<String> names, List<Role> roles, IntFunction<String> expression) {
        Map<Role, String> best = new EnumMap<>(Role.class);
        Map<Role, Integer> rank = new EnumMap<>(Role.class);
        for (int i = 0; i < roles.size(); i++) {
            Role role = roles.get(i);
            int preference = i < names.size() ? Math.max(0, role.preference(names.get(i))) : 0;
            if (role != Role.SKIP && preference < rank.getOrDefault(role, Integer.MAX_VALUE)) {
                best.put(role, expression.apply(i));
                rank.put(role, preference);
            }
        }
        return best;
    }

    /// @throws SegueException.BadInput if no column holds what was played
    static void check(SourceFile source, Map<Role, String> roles, List<String> names) {
        boolean item =
                Stream.of(
                                Role.ARTIST,
                                Role.ARTIST_ID,
                                Role.ARTIST_MBID,
                                Role.TRACK,
                                Role.TRACK_ID,
                                Role.TRACK_MBID)
                        .anyMatch(roles::containsKey);
        if (!item) {
            throw new SegueException.BadInput(
                    source.name(),
                    1,
                    "has no column for an artist or a track among: %s. Name the columns, for instance: --columns listener,artist,plays"
                            .formatted(shorten(String.join(", ", names))));
        }
    }

    /// "listener, artist_id, plays".
    static String words(List<Role> roles) {
        return roles.stream().map(Columns::word).collect(Collectors.joining(", "));
    }

    /// All roles that can be named.
    static String all() {
        List<Role> roles = new ArrayList<>(List.of(Role.values()));
        roles.remove(Role.SKIP);
        return words(roles);
    }

    static String shorten(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
