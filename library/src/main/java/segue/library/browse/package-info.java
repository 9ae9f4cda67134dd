/// What pages show of a library: names with how much they are played, tracks as a table, one
/// artist, one track.
@NullMarked
package segue.library.browse;

import org.jspecify.annotations.NullMarked;
