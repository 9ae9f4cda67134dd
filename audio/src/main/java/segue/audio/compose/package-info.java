/// Invented music with known tempo, key and structure: the sound of the demo, the truth of tests.
@NullMarked
package segue.audio.compose;

import org.jspecify.annotations.NullMarked;
