/// Hearing: from a file to what is known of its sound.
@NullMarked
package segue.audio;

import org.jspecify.annotations.NullMarked;
