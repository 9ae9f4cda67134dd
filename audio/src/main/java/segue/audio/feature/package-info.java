/// What is measured: one small class a feature, with its paper.
@NullMarked
package segue.audio.feature;

import org.jspecify.annotations.NullMarked;
