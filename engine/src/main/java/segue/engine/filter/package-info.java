/// What may appear in a list: tempo, key, genre, energy, year, how many of one artist. The only
/// place.
@NullMarked
package segue.engine.filter;

import org.jspecify.annotations.NullMarked;
