/// The audio features of tracks: what they say together, the categories they part into, and what is
/// alike by them.
@NullMarked
package segue.engine.features;

import org.jspecify.annotations.NullMarked;
