/// Listening: from folders of music to sounds in the library.
@NullMarked
package segue.engine.listen;

import org.jspecify.annotations.NullMarked;
