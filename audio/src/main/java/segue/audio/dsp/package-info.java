/// Signal processing that several features share: transforms, windows, filters, mel bands.
@NullMarked
package segue.audio.dsp;

import org.jspecify.annotations.NullMarked;
