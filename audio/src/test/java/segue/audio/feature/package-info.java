@NullMarked
package segue.audio.feature;

import org.jspecify.annotations.NullMarked;
