/// All artists or tracks of a library in memory: names, tags, traits, sound.
@NullMarked
package segue.engine.catalogue;

import org.jspecify.annotations.NullMarked;
