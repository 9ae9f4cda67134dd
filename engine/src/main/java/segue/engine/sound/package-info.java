/// What sounds alike, and the same recording held twice.
@NullMarked
package segue.engine.sound;

import org.jspecify.annotations.NullMarked;
