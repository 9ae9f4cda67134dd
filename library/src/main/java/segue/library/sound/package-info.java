/// What is known of files of music and of their sound.
@NullMarked
package segue.library.sound;

import org.jspecify.annotations.NullMarked;
