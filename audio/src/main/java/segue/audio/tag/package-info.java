/// What a file says of itself: title, artist and the like.
@NullMarked
package segue.audio.tag;

import org.jspecify.annotations.NullMarked;
