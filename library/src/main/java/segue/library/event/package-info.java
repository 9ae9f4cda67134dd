/// Records: what listeners do while a server runs.
@NullMarked
package segue.library.event;

import org.jspecify.annotations.NullMarked;
