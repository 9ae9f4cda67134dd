/// The library: listeners, artists, tracks, plays, tags and playlists in one folder, behind one
/// façade. Music words, but no SQL here: that lives in `store` and `importer`.
@NullMarked
package segue.library;

import org.jspecify.annotations.NullMarked;
