/// Files to samples, by FFmpeg.
@NullMarked
package segue.audio.decode;

import org.jspecify.annotations.NullMarked;
