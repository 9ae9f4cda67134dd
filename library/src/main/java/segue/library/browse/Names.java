package segue.library.browse;

import segue.library.Kind;

/// Takes all names of a library one by one: kind after kind, within a kind by id.
@FunctionalInterface
public interface Names {

    /// @param detail what belongs before the name (a track's artist), or empty
    /// @param plays how often it was played, or stands in playlists
    void take(Kind kind, String id, String name, String detail, double plays);
}
