/// Playlists: made, kept, changed, and written as files that players read.
@NullMarked
package segue.engine.playlist;

import org.jspecify.annotations.NullMarked;
