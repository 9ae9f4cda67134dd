package segue.engine.playlist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import segue.library.browse.PlaylistEntry;
import segue.library.browse.PlaylistHead;

/// A playlist with its entries.
///
/// @param seconds how long it plays, as far as known
public record Playlist(
        @JsonUnwrapped PlaylistHead head, double seconds, List<PlaylistEntry> items) {

    public Playlist {
        items = List.copyOf(items);
    }

    static Playlist of(PlaylistHead head, List<PlaylistEntry> items) {
        return new Playlist(
                head, items.stream().mapToDouble(PlaylistEntry::durationSeconds).sum(), items);
    }
}
