/// What is like a track: by plays, by sound, or both, whichever is known.
@NullMarked
package segue.engine.similar;

import org.jspecify.annotations.NullMarked;
