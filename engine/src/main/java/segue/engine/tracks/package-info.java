/// The table of music: all tracks of a library in columns, asked in the words of DJs; the pages of
/// one track and of one artist.
@NullMarked
package segue.engine.tracks;

import org.jspecify.annotations.NullMarked;
